/** English, part "page". Wording rules: docs/wording.md. */
export const page = {} as const;
