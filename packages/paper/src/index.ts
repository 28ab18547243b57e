/** Package paper: what a paper of May 2025 says of Bittensor, row by row, with the figures that show how it stands then and now. */

export { bears, figures, NotBorneOut, onBoth, showRow, type PaperRow, type Shown, type Side, type Verdict } from './row.ts';
export { PAPER_ROWS } from './rows.ts';
export { createWorlds, type Worlds } from './worlds.ts';
export { World, type RulesName, type SeenEvent, type WorldOptions } from './world.ts';
export { TERM_ROWS } from './terms/rows.ts';
export type { TermRow } from './terms/term.ts';
export { cabalOnChain, cabalSimulated, type CabalOutcome, type CabalSettings, type CabalTrial } from './questions/cabal.ts';
export { costOfThousand, subsidy, type UnitCost } from './questions/price.ts';
export { directSwap } from './questions/exchange.ts';
export { campsInput, crossing, majorEmission, PUBLISHED, retainingWeight, type Camps, type CampSettings, type Crossing } from './consensus/twoCamps.ts';
