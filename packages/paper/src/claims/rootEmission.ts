/**
 * How root divided emission until 13 February 2025: the what-if of one paragraph, in numbers for reading.
 *
 * source: pallets/subtensor/src/coinbase/root.rs, root_epoch @ ef6244a7a (September 2024)
 */

/** Steepness, and the part of stake that must back a subnet. */
const RHO = 10;
const KAPPA = 0.5;

/** Shares of emission by subnet. stakes: of each validator; weights: of each validator for each subnet */
export function emissionUnderRoot(stakes: readonly number[], weights: readonly (readonly number[])[]): readonly number[] {
  const total = stakes.reduce((sum, stake) => sum + stake, 0);
  const sums = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const raw = weights[0]!.map((_, subnet) => {
    const backed = stakes.map((stake, i) => (weights[i]![subnet]! > 0 ? stake / total : 0)).reduce((sum, part) => sum + part, 0);
    const rank = stakes.map((stake, i) => (sums[i] === 0 ? 0 : (stake / total) * (weights[i]![subnet]! / sums[i]!))).reduce((sum, part) => sum + part, 0);
    return rank / (1 + Math.exp(-RHO * (backed - KAPPA)));
  });
  const all = raw.reduce((sum, part) => sum + part, 0);
  return raw.map((part) => (all === 0 ? 0 : part / all));
}
