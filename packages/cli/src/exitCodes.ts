/** What the program's exit status means. */
export const EXIT = {
  done: 0,
  usage: 2,
  network: 10,
  validation: 12,
  refused: 13,
  disk: 14,
  timeout: 15,
  defect: 70,
} as const;
