/** English, part "reading": what a calendar file or feed could not tell. Wording rules: docs/wording.md. */
export const reading = {
  "reading.truncated":
    "The file stops at line {line} in the middle of an entry. What stood before it was read. Export it again.",
  "reading.no-wrapper": "Line {line} begins an event outside a calendar. It was read all the same.",
  "reading.no-events": {
    one: "The file holds {count} task or other entry, and no event.",
    other: "The file holds {count} tasks or other entries, and no event.",
  },
  "reading.not-utf8":
    "The text at line {line} is not UTF-8. It was read as Western European; accents may be wrong.",
  "reading.bad-line": "Line {line} is not a calendar line and was left out. The rest of the event was read.",
  "reading.line-cut": "The text at line {line} is longer than 64 KB. Its beginning was read.",
  "reading.properties-cut":
    "The event at line {line} has more lines than can be read. Its first {count} were.",
  "reading.unclosed":
    "The entry that begins at line {line} has no end. What could be read of it was kept; compare it with the calendar.",
  "reading.stray-end": "Line {line} ends something that did not begin, and was left out.",
  "reading.start-missing":
    "The event at line {line} has no start and was left out. Add it by hand if it matters.",
  "reading.date-unreadable":
    "The date at line {line} cannot be read and was left out. Correct it in the calendar and export again.",
  "reading.end-before-start":
    "The event at line {line} ends before it starts. Its start was kept, its length was not.",
  "reading.end-unreadable": "The end at line {line} cannot be read. The start was kept.",
  "reading.uid-missing":
    "The event at line {line} has no identity of its own. It was read, but a later file may show it twice.",
  "reading.duplicate":
    "The event at line {line} stands in the file twice with the same identity. The newer one was read.",
  "reading.exception-unreadable":
    "The changed or deleted date at line {line} cannot be read and was left out. Compare the series with the calendar.",
  "reading.zone-unknown":
    "Line {line} uses the time zone “{zone}”, which the file does not describe. Its times are read as local times.",
  "reading.zone-unreadable":
    "The description of the time zone “{zone}” at line {line} makes no sense. Its times are read as {used} times.",
  "reading.rule-unreadable":
    "The repetition at line {line} cannot be read. Only the first date of the series was read.",
  "reading.rule-too-frequent":
    "The repetition at line {line} repeats by the minute or second. Only its first date was read.",
  "reading.rule-too-complex":
    "The repetition at line {line} asks for more than can be counted ({asked}). Not all of its dates were read.",
  "reading.series-cut":
    "The series at line {line} has more than {count} dates in this time. The first {count} were read.",
  "reading.components-cut":
    "The file has more than {count} events for this time. Those after line {line} were left out; export a shorter time.",
  "reading.events-cut":
    "The file has more than {count} dates in this time. The rest was left out; export a shorter time.",
  "reading.component-unreadable":
    "The event at line {line} cannot be read and was left out. Add it by hand if it matters.",
  "reading.more-problems": {
    one: "{count} more place could not be read as it stands.",
    other: "{count} more places could not be read as they stand.",
  },
} as const;
