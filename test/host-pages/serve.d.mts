/** Types of serve.mjs, as far as the tests use it. */
import type { Server } from "node:https";

export interface Answer {
  body: string;
  status?: number;
  headers?: Record<string, string>;
}
export type Route = [
  onHost: (host: string) => boolean,
  path: RegExp,
  what: (match: RegExpExecArray, url: URL, host: string) => Answer | null,
];
export interface Served {
  server: Server;
  port: number;
  /** Base64 SHA-256 of the certificate's public key. */
  spki: string;
  close(): Promise<void>;
}
export interface ServeOptions {
  port?: number;
  bind?: string;
  quiet?: boolean;
  headerCsp?: boolean;
  redirectCloud?: boolean;
  hosts?: string[];
  routes?: Route[];
  roots?: Record<string, string>;
}
export function serve(options?: ServeOptions): Promise<Served>;
export function chromiumArgs(served: Served, hosts?: string[]): string[];
export function firefoxPrefs(served: Served, hosts?: string[]): Record<string, string | number | boolean>;
export function isGoogle(host: string): boolean;
export function isOutlook(host: string): boolean;
