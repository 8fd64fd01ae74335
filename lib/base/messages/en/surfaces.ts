/** English, part "surfaces". Wording rules: docs/wording.md. */
export const surfaces = {} as const;
