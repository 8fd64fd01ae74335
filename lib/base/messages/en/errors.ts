/** English, part "errors". Wording rules: docs/wording.md. */
export const errors = {} as const;
