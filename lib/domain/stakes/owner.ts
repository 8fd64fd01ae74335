/** What the owner's role says about their calendar. Owns the few role words; must never raise stakes by itself. */
import { remembered } from "./remembered.ts";
import { cleanText } from "./text.ts";

export interface Owner {
  /** Minister, head of state, mayor: meetings with outside principals are their daily work. */
  political: boolean;
  headOfState: boolean;
  /** The calendar of an open community: its committees are anybody's working meetings. */
  community: boolean;
}

const political =
  /minister|ministre|ministro|ministra|staatssecretaris|secretary of state|prime minister|president of (?:the|a) |\bmayor\b|\bsenator\b|\bgovernor\b|burgemeester|wethouder|kanzler|staatssekret|bürgermeister|alcalde|prefeit|sindaco|大臣|总理|部长|وزير/i;
const headOfState =
  /president of (?:the|a) |head of state|prime minister|premier|chancellor|bundeskanzler|président de la république|presidente de la república/i;

const community = /open.?source|community calendar|programme calendar/i;

/** Reads a role as typed or published ("CFO of ..."); without one, nothing is assumed. */
export function readOwner(role: string | null): Owner {
  return ownerOf(role ?? "");
}

const ownerOf = remembered(50, (role): Owner => {
  const text = cleanText(role, 200);
  return {
    political: political.test(text),
    headOfState: headOfState.test(text),
    community: community.test(text),
  };
});
