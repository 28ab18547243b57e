/** Where the questions' tests are. */
export const heldBy = (id: string): string => `packages/paper/test/questions.test.ts › ${id}`;
