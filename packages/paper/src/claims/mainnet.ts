/** A few facts of the real network, to set beside our own figures. */

/** source: example response of subnet emission in taostats' public API reference */
export const CHUTES = { netuid: 64, block: 5_373_780, date: '2025-04-17', taoIn: 169_949_336n, alphaIn: 453_517_138n, alphaOut: 1_000_000_000n } as const;

/** SubtensorModule.TotalIssuance at block 0xeaa9982da9bd45686a09fae76111e08461ab4f03dfd6357e975de2158897b2aa; any archive node returns it. */
export const ISSUED = { block: 8_740_402, date: '2026-07-31', rao: 11_181_823_732_239_511n } as const;
