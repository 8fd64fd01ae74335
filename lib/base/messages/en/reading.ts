/** English, part "reading". Wording rules: docs/wording.md. */
export const reading = {} as const;
