/** Mechanisms share storage: mechanism `m` of subnet `n` stands at `n + 4096 m`. source: pallets/subtensor/src/subnets/mechanism.rs @ 14bc6f9 */
const MECHANISM_STEP = 4096;
export const storageIndexOf = (netuid: number, mechanism: number): number => netuid + mechanism * MECHANISM_STEP;
