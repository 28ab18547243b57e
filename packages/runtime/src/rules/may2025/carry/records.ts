/**
 * Records that one of the two rule sets does not have, or reads otherwise where nothing is stored.
 *
 * source: ours, docs/adr/0014
 */

import { forBuild, type AnyStorageDecl } from '@taonet/codec';
import { StorageItem, type StateCtx } from '@taonet/frame';
import { S as Today } from '../../../pallets/subtensor/pallet.ts';
import { getAllSubnetNetuids } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { DEFAULTS, S } from '../pallet.ts';
import { dynamicSubnets } from './subnets.ts';

const NO_LOGO = new Uint8Array();
/** Least stake of today, rao: a nominator's minimum is a share of it in millionths; then it was alpha. */
const MIN_STAKE_RAO = 2_000_000n;
const MILLIONTHS = 1_000_000n;

type Names = keyof typeof DEFAULTS;

/** Writes out what reads as its default, so that it means the same under the other rules. `decls`: of the rules that end. */
function writeOut(ctx: StateCtx, decls: Readonly<Record<Names, AnyStorageDecl>>): void {
  for (const name of Object.keys(DEFAULTS) as Names[]) {
    const decl = decls[name];
    const item = new StorageItem<readonly never[], unknown, 'Default'>('SubtensorModule', name, decl as never);
    const fallback: unknown = forBuild(decl.fallback as unknown, ctx.build);
    // Plain items and maps by subnet: there are no others among them.
    const keys = ((decl.keys as readonly unknown[]).length === 0 ? [[]] : getAllSubnetNetuids(ctx).map((netuid) => [netuid])) as never[][];
    for (const key of keys) if (!item.has(ctx, ...key)) item.set(ctx, ...([...key, fallback] as [unknown]));
  }
}

/** Ranks, trusts and scores go; identities get room for a logo; whoever emitted emits. */
export function recordsForToday(ctx: StateCtx): void {
  writeOut(ctx, DEFAULTS);
  for (const item of [S.Rank, S.Trust, S.PruningScores, S.NetworkModality, S.PendingEmission, S.PendingRootDivs, S.PendingAlphaSwapped]) item.clearPrefix(ctx);
  for (const [[netuid], identity] of S.SubnetIdentitiesV2.entries(ctx)) {
    S.SubnetIdentitiesV2.remove(ctx, netuid);
    S.SubnetIdentitiesV3.set(ctx, netuid, { ...identity, logo_url: NO_LOGO });
  }
  for (const netuid of dynamicSubnets(ctx)) if (S.FirstEmissionBlockNumber.has(ctx, netuid)) S.SubnetEmissionEnabled.set(ctx, netuid, true);
  S.LastRateLimitedBlock.set(ctx, { type: 'NetworkLastRegistered' }, S.NetworkLastRegistered.get(ctx));
  S.NetworkLastRegistered.remove(ctx);
  S.NominatorMinRequiredStake.mutate(ctx, (alpha) => (alpha * MILLIONTHS) / MIN_STAKE_RAO);
}

/** The other way; a new rank, trust or score is 0 until the next epoch. */
export function recordsForThen(ctx: StateCtx): void {
  writeOut(ctx, Object.fromEntries((Object.keys(DEFAULTS) as Names[]).map((name) => [name, Today[name].decl])) as Record<Names, AnyStorageDecl>);
  for (const netuid of getAllSubnetNetuids(ctx)) {
    const zeros = Array.from({ length: S.SubnetworkN.get(ctx, netuid) }, () => 0);
    for (const item of [S.Rank, S.Trust, S.PruningScores]) item.set(ctx, netuid, zeros);
    // Then it could not be negative.
    if (S.AlphaSigmoidSteepness.get(ctx, netuid) < 0) S.AlphaSigmoidSteepness.set(ctx, netuid, 0);
  }
  for (const [[netuid], { logo_url: _, ...identity }] of S.SubnetIdentitiesV3.entries(ctx)) {
    S.SubnetIdentitiesV3.remove(ctx, netuid);
    S.SubnetIdentitiesV2.set(ctx, netuid, identity);
  }
  S.NetworkLastRegistered.set(ctx, S.LastRateLimitedBlock.get(ctx, { type: 'NetworkLastRegistered' }));
  S.NominatorMinRequiredStake.mutate(ctx, (millionths) => (millionths * MIN_STAKE_RAO) / MILLIONTHS);
}
