import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay } from '@taonet/frame';
import { expect, test } from 'vitest';
import { adjustToDevPreset, buildGenesis, createSpec, LOCAL_CONFIG, LOCALNET_ENDOWMENTS } from '../src/index.ts';
import { S } from '../src/pallets/subtensor/pallet.ts';
import { blockStep } from '../src/pallets/subtensor/coinbase/blockStep.ts';
import { currentAlphaPrice } from '../src/pallets/swap/price.ts';
import { S as System } from '../src/pallets/system/pallet.ts';

const spec = createSpec({ fast: true, powFaucet: false, liveBirth: true }, await createCrypto());
const genesis = buildGenesis(spec, LOCAL_CONFIG, adjustToDevPreset);
const fresh = (): BlockCtx => new BlockCtx(spec, new Overlay(new MemoryState(genesis.state)), { rootOf: () => '' });

function run(ctx: BlockCtx, blocks: number): void {
  for (let i = 0; i < blocks; i++) {
    System.Number.set(ctx, System.Number.get(ctx) + 1);
    blockStep(ctx);
  }
}

test('funded keys hold what they hold on the local network', () => {
  const ctx = fresh();
  for (const { account, tao } of LOCALNET_ENDOWMENTS) expect(System.Account.get(ctx, account).data.free).toBe(tao * 1_000_000_000n);
});

test('after two epochs alpha and TAO have flowed into the pool, root has dividends, the price has moved', () => {
  const ctx = fresh();
  const [tao, alpha, price] = [S.SubnetTAO.get(ctx, 1), S.SubnetAlphaIn.get(ctx, 1), currentAlphaPrice(ctx, 1)];
  run(ctx, 25);
  expect(S.SubnetEpochIndex.get(ctx, 1)).toBeGreaterThanOrEqual(2n);
  expect(S.SubnetTAO.get(ctx, 1)).toBeGreaterThan(tao);
  expect(S.SubnetAlphaIn.get(ctx, 1)).toBeGreaterThan(alpha);
  expect(currentAlphaPrice(ctx, 1)).not.toBe(price);
  const rootDividends = S.RootAlphaDividendsPerSubnet.entries(ctx, 1).map(([, value]) => value);
  expect(rootDividends.filter((dividend) => dividend > 0n)).toHaveLength(4);
});

test('the first halving comes about 1,000 blocks after the start', () => {
  const ctx = fresh();
  run(ctx, 990);
  const [before] = [S.TotalIssuance.get(ctx), run(ctx, 1)];
  const emitted = S.TotalIssuance.get(ctx) - before;
  run(ctx, 40);
  const [later] = [S.TotalIssuance.get(ctx), run(ctx, 1)];
  // A few rao of a block that no pool could take are recycled.
  expect([(emitted + 10n) / 100_000_000n, (S.TotalIssuance.get(ctx) - later + 10n) / 100_000_000n]).toEqual([10n, 5n]);
});
