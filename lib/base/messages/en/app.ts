/** English, part "app". Wording rules: docs/wording.md. */
export const app = {} as const;
