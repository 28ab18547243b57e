import fc from 'fast-check';
import { inLayer, signed } from '@taonet/frame';
import { expect, test } from 'vitest';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { getTotalBalance, getTotalIssuance } from '../../src/pallets/balances/inspect.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { doAddStake } from '../../src/pallets/subtensor/staking/addStake.ts';
import { doMoveStake, doTransferStake } from '../../src/pallets/subtensor/staking/moveStake.ts';
import { doRemoveStake } from '../../src/pallets/subtensor/staking/removeStake.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from '../../src/pallets/subtensor/staking/stakeShares.ts';
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/subnetwork.ts';
import { S as Aura } from '../../src/pallets/aura/pallet.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const G = 1_000_000_000n;
const HOTKEYS = [account(1), account(2)];
const COLDKEYS = [account(0x11), account(0x12), account(0x13)];
const AUTHOR = account(0xa7);
const NETUIDS = [0, 1, 2];

function createChain(withAuthor: boolean): TestCtx {
  const ctx = createTestCtx();
  for (const netuid of NETUIDS) {
    S.NetworksAdded.set(ctx, netuid, true);
    S.SubtokenEnabled.set(ctx, netuid, true);
    if (netuid !== 0) {
      S.SubnetMechanism.set(ctx, netuid, 1);
      S.SubnetTAO.set(ctx, netuid, 5_000n * G);
      S.SubnetAlphaIn.set(ctx, netuid, 12_345n * G);
    }
    mintInto(ctx, getSubnetAccountId(ctx, netuid)!, 5_000n * G);
  }
  HOTKEYS.forEach((hotkey, i) => S.Owner.set(ctx, hotkey, COLDKEYS[i]!));
  for (const coldkey of COLDKEYS) mintInto(ctx, coldkey, 1_000n * G);
  if (withAuthor) {
    Aura.Authorities.set(ctx, [AUTHOR]);
    System.Digest.set(ctx, { logs: [{ type: 'PreRuntime', value: [new Uint8Array([0x61, 0x75, 0x72, 0x61]), new Uint8Array(8)] }] });
  }
  // A tenth of a TAO: smaller rests of other people's stake are cleared away.
  S.NominatorMinRequiredStake.set(ctx, 50_000_000n);
  return ctx;
}

/** Everybody has stake on every hotkey, everywhere. */
function createStakedChain(withAuthor: boolean): TestCtx {
  const ctx = createChain(withAuthor);
  for (const cold of COLDKEYS) for (const hot of HOTKEYS) for (const id of NETUIDS) doAddStake(ctx, signed(cold), { hotkey: hot, netuid: id, tao: 50n * G });
  return ctx;
}

const accountsSum = (ctx: TestCtx): bigint => System.Account.keys(ctx).reduce((sum, [who]) => sum + getTotalBalance(ctx, who), 0n);

const hotkey = fc.constantFrom(...HOTKEYS);
const coldkey = fc.constantFrom(...COLDKEYS);
const netuid = fc.constantFrom(...NETUIDS);
const amount = fc.oneof(fc.bigInt(1n, 5_000_000n), fc.bigInt(5_000_000n, 100n * G), fc.bigInt(1n, 1n << 63n));
const operation = fc.oneof(
  fc.record({ op: fc.constant('add' as const), coldkey, hotkey, netuid, amount }),
  fc.record({ op: fc.constant('remove' as const), coldkey, hotkey, netuid, amount }),
  fc.record({ op: fc.constant('move' as const), coldkey, hotkey, to: hotkey, netuid, toNetuid: netuid, amount }),
  fc.record({ op: fc.constant('transfer' as const), coldkey, hotkey, toColdkey: coldkey, netuid, toNetuid: netuid, amount }),
);

test('whatever is staked, moved and unstaked: TAO is kept, shares never exceed their pool, a refusal leaves no trace', () => {
  fc.assert(fc.property(fc.boolean(), fc.array(operation, { minLength: 1, maxLength: 25 }), (withAuthor, operations) => {
    const ctx = createStakedChain(withAuthor);
    const issuance = getTotalIssuance(ctx);
    for (const one of operations) {
      const origin = signed(one.coldkey);
      const before = JSON.stringify(ctx.state.changes().map(([key, value]) => [key, value === null ? null : [...value]]));
      const outcome = inLayer(ctx, () => {
        switch (one.op) {
          case 'add': return void doAddStake(ctx, origin, { hotkey: one.hotkey, netuid: one.netuid, tao: one.amount });
          case 'remove': return doRemoveStake(ctx, origin, { hotkey: one.hotkey, netuid: one.netuid, alpha: one.amount });
          case 'move': return doMoveStake(ctx, origin, { originHotkey: one.hotkey, destinationHotkey: one.to, originNetuid: one.netuid, destinationNetuid: one.toNetuid, alpha: one.amount });
          case 'transfer': return doTransferStake(ctx, origin, { destinationColdkey: one.toColdkey, hotkey: one.hotkey, originNetuid: one.netuid, destinationNetuid: one.toNetuid, alpha: one.amount });
        }
      });
      if ('refusal' in outcome) expect(JSON.stringify(ctx.state.changes().map(([key, value]) => [key, value === null ? null : [...value]]))).toBe(before);
    }
    expect(getTotalIssuance(ctx)).toBe(issuance);
    expect(accountsSum(ctx)).toBe(issuance);
    for (const id of NETUIDS) {
      expect(getTotalBalance(ctx, getSubnetAccountId(ctx, id)!)).toBeGreaterThanOrEqual(S.SubnetTAO.get(ctx, id));
      let staked = 0n;
      for (const hot of HOTKEYS) {
        const values = COLDKEYS.reduce((sum, cold) => sum + getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: hot, coldkey: cold, netuid: id }), 0n);
        expect(values).toBeLessThanOrEqual(S.TotalHotkeyAlpha.get(ctx, hot, id));
        staked += S.TotalHotkeyAlpha.get(ctx, hot, id);
      }
      expect(staked).toBeLessThanOrEqual(S.SubnetAlphaOut.get(ctx, id));
    }
  }), { numRuns: 60 });
});

test('buying and selling again never gains TAO', () => {
  fc.assert(fc.property(fc.bigInt(3_000_000n, 900n * G), fc.boolean(), (tao, withAuthor) => {
    const ctx = createChain(withAuthor);
    const [cold, hot] = [COLDKEYS[0]!, HOTKEYS[0]!];
    const before = getTotalBalance(ctx, cold);
    const alpha = doAddStake(ctx, signed(cold), { hotkey: hot, netuid: 1, tao });
    doRemoveStake(ctx, signed(cold), { hotkey: hot, netuid: 1, alpha });
    expect(getTotalBalance(ctx, cold)).toBeLessThanOrEqual(before);
  }), { numRuns: 40 });
});
