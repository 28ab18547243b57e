/** Where the claims' tests are. */
export const heldBy = (id: string): string => `packages/paper/test/claims.test.ts › ${id}`;
