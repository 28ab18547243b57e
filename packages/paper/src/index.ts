/** Package paper: what a paper of May 2025 says of Bittensor, row by row, with the figures that show how it stands then and now. */

export { bears, figures, NotBorneOut, onBoth, showRow, type PaperRow, type Shown, type Side, type Verdict } from './row.ts';
export { PAPER_ROWS } from './rows.ts';
export { createWorlds, type Worlds } from './worlds.ts';
export { World, type RulesName, type SeenEvent, type WorldOptions } from './world.ts';
