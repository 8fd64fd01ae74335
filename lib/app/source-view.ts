/** A source as surfaces show it: how far it was read, and in one sentence what is wrong, if anything is. */
import { app } from "../base/messages/en/app.ts";
import { errors } from "../base/messages/en/errors.ts";
import { translator } from "../base/messages/messages.ts";
import type { Source } from "../domain/source.ts";
import type { SourceView } from "../rpc/views.ts";

export function sourceView(source: Source, locale: string): SourceView {
  return {
    id: source.id,
    kind: source.kind,
    name: nameOf(source, locale),
    lastReadAtMs: source.lastReadAtMs,
    readUpToMs: source.coverage?.toMs ?? null,
    eventCount: source.eventCount,
    problemCount: source.problemCount,
    failure: source.failure === null ? null : failureSentence(source.failure.code, locale),
  };
}

/** A page whose account nobody knows is named after the site. */
function nameOf(source: Source, locale: string): string {
  const t = translator(app, locale);
  if (source.kind !== "page") return source.name;
  if (source.name === "google-calendar") return t("source.page.google-calendar");
  return source.name === "outlook" ? t("source.page.outlook") : source.name;
}

function failureSentence(code: string, locale: string): string {
  if (code === "page-unreadable") return translator(app, locale)("source.page-unreadable");
  const key = `error.${code}`;
  const known = Object.hasOwn(errors, key) ? key : "error.internal";
  // Sentences of failed readings have no blanks.
  return (translator(errors, locale) as unknown as (key: string) => string)(known);
}
