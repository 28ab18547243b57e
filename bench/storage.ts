/** Typed reads and writes of storage items, the step every hook and call is made of. */

import { subtensorModule, system } from '@taonet/abi';
import { createCrypto } from '@taonet/crypto';
import { bindStorage, MemoryState, Overlay, type StateCtx } from '@taonet/frame';
import { namedAccount } from '@taonet/testkit';
import { medianNs, type Benchmark, type Figure } from './harness.ts';

const S = bindStorage(subtensorModule);
const System = bindStorage(system);
const NEURONS = 256;
const REPEATS = 40;

async function run(): Promise<Figure[]> {
  const crypto = await createCrypto();
  const build = { fast: false, powFaucet: false };
  const accounts = Array.from({ length: NEURONS }, (_, uid) => namedAccount(0, uid));
  const base = new MemoryState();
  const fill: StateCtx = { state: new Overlay(base), crypto, build };
  accounts.forEach((account, uid) => {
    S.Tempo.set(fill, uid, 360);
    S.SubnetTAO.set(fill, uid, 123_456_789_000n + BigInt(uid));
    S.Keys.set(fill, 1, uid, account);
    S.Uids.set(fill, 1, account, uid);
    S.TotalHotkeyAlpha.set(fill, account, 1, 10n ** 12n);
    S.AlphaV2.set(fill, account, account, 1, { mantissa: 10n ** 15n, exponent: -3n });
    S.Weights.set(fill, 1, uid, Array.from({ length: 192 }, (_, to) => [to + 64, 100 + to]));
    System.Account.set(fill, account, { ...System.Account.fallback(fill), nonce: 3 });
  });
  for (const [key, value] of fill.state.changes()) base.set(key, value!);

  const figures: Figure[] = [];
  const each = (name: string, work: (ctx: StateCtx, account: string, uid: number) => unknown): void => {
    const { ns, n } = medianNs(NEURONS * REPEATS, () => {
      const ctx: StateCtx = { state: new Overlay(base), crypto, build };
      for (let i = 0; i < REPEATS; i++) for (let uid = 0; uid < NEURONS; uid++) work(ctx, accounts[uid]!, uid);
    });
    figures.push({ name: `storage ${name}`, value: ns, unit: 'ns', n });
  };
  each('read Tempo(u16) → u16', (ctx, _, uid) => S.Tempo.get(ctx, uid));
  each('read SubnetTAO(u16) → u64', (ctx, _, uid) => S.SubnetTAO.get(ctx, uid));
  each('read absent Kappa(u16), default', (ctx, _, uid) => S.Kappa.get(ctx, uid));
  each('read TotalIssuance() → u64', (ctx) => S.TotalIssuance.get(ctx));
  each('read TotalHotkeyAlpha(AccountId, u16) → u64', (ctx, account) => S.TotalHotkeyAlpha.get(ctx, account, 1));
  each('read AlphaV2(AccountId, AccountId, u16) → float', (ctx, account) => S.AlphaV2.get(ctx, account, account, 1));
  each('read Keys(u16, u16) → AccountId', (ctx, _, uid) => S.Keys.get(ctx, 1, uid));
  each('read System.Account', (ctx, account) => System.Account.get(ctx, account));
  each('has Uids(u16, AccountId)', (ctx, account) => S.Uids.has(ctx, 1, account));
  each('write SubnetTAO(u16)', (ctx, _, uid) => S.SubnetTAO.set(ctx, uid, 5n));
  each('mutate SubnetTAO(u16)', (ctx, _, uid) => S.SubnetTAO.mutate(ctx, uid, (v) => v + 1n));
  each('write TotalHotkeyAlpha(AccountId, u16)', (ctx, account) => S.TotalHotkeyAlpha.set(ctx, account, 1, 77n));
  const rounds = (name: string, count: number, unit: string, work: (ctx: StateCtx) => unknown): void => {
    const { ns, n } = medianNs(count, () => {
      const ctx: StateCtx = { state: new Overlay(base), crypto, build };
      work(ctx);
    });
    figures.push({ name: `storage ${name}`, value: ns, unit, n });
  };
  rounds('iterate Keys(netuid), an entry', NEURONS, 'ns', (ctx) => S.Keys.entries(ctx, 1));
  rounds('iterate Keys(netuid) after changes, an entry', NEURONS, 'ns', (ctx) => {
    S.Keys.set(ctx, 1, 3, accounts[0]!);
    return S.Keys.entries(ctx, 1);
  });
  rounds('iterate keys of AlphaV2(AccountId), one below', NEURONS, 'ns', (ctx) => {
    for (const account of accounts) S.AlphaV2.keys(ctx, account);
  });
  rounds('read Weights row of 192', NEURONS, 'ns', (ctx) => {
    for (let uid = 0; uid < NEURONS; uid++) S.Weights.get(ctx, 1, uid);
  });
  return figures;
}

export const storage: Benchmark = { name: 'storage', what: 'typed storage reads, writes, iteration', run };
