/** English, part "reasons". Wording rules: docs/wording.md. */
export const reasons = {} as const;
