/**
 * What a copy is worth: a subnet is copied with its settings, neurons and weights, and earns what its own price history earns; a validator copies another one's weights,
 * and is paid like it while weights stand in the open, less and less when they are hidden until they count. Under both rule sets.
 */

import { connect } from '@taonet/sdk';
import { copyWeights, onClient, type CopierOrder, type CopierReport } from '@taonet/sdk/copy';
import { journey, Network, step } from './kit/journey.ts';

const RULES = ['2026-06', '2025-05'] as const;
const VALIDATORS = ['Alice', 'Bob', 'Charlie'].map((name) => `--wallet-name //${name} --hotkey //${name}//validator`);
const OWNER = '--wallet-name //Alice --hotkey //Copy';

interface Earned {
  readonly epochs: number;
  readonly taoInRao: string;
  readonly shareMillionths: string;
  readonly priceAfterRao: string;
  readonly alphaRao: Readonly<Record<string, string>>;
  readonly exitRao: Readonly<Record<string, string>>;
  readonly exitAllRao: string;
}
interface Copy {
  readonly netuid: number;
  readonly neurons: readonly { readonly uid: number; readonly uidInCopy: number }[];
  readonly weightRows: number;
  readonly notCopied: readonly string[];
  readonly cost: { readonly lockRao: string; readonly totalRao: string };
  readonly earnings: { readonly subnets: readonly [Earned, Earned] } | null;
}

await journey(async () => {
  for (const rules of RULES) await onNetwork(rules, 'instant', copyOfSubnet);
  // A block holds what all validators say, so that an epoch is long enough.
  for (const rules of RULES) await onNetwork(rules, 'manual', copyOfWeights);
});

async function onNetwork(rules: string, pace: 'instant' | 'manual', walk: (network: Network, rules: string) => Promise<void>): Promise<void> {
  const network = await Network.start(['--block-time', pace, '--rules', rules]);
  try {
    await walk(network, rules);
  } finally {
    await network.stop();
  }
}

function tao(rao: string): string {
  return (Number(rao) / 1e9).toFixed(4);
}

async function copyOfSubnet(network: Network, rules: string): Promise<void> {
  for (const miner of ['//Miner1', '//Miner2']) {
    await network.json(`fund ${miner} 100`);
    await network.write(`subnets register 1 --wallet-name ${miner}`);
    await network.json('advance 1');
  }
  for (const validator of VALIDATORS) await network.json(`weights set 1 5=2 6=1 ${validator}`);
  await network.write('sudo set --netuid 1 --param kappa --value 30000 --wallet-name //Alice');
  await network.json('advance --to-epoch 1');

  const plan = await network.json<{ dryRun: boolean; neurons: number; lockRao: string }>(`subnets copy 1 ${OWNER} --dry-run`);
  step(`rules of ${rules}: a copy of subnet 1 with its ${plan.neurons} neurons would begin with τ${tao(plan.lockRao)}, as any subnet`, [plan.dryRun, plan.neurons, plan.lockRao], [true, 7, '1000000000000']);
  const copy = await network.json<Copy>(`subnets copy 1 --epochs 10 ${OWNER}`);
  step('six of seven come along (the seventh is nobody\'s) with three rows of weights, for the full price', [copy.netuid, copy.neurons.length, copy.weightRows, copy.cost.lockRao], [2, 6, 3, '1000000000000']);
  step('settings are the original\'s', await network.query('SubtensorModule.Kappa 2'), 30_000);
  const { identity } = await network.json<{ identity: { description: string } }>('subnets get-identity 2');
  step('the copy says that it is one', /^A copy of subnet 1:/.test(identity.description), true);

  const [original, second] = copy.earnings!.subnets;
  step(`after ten epochs subnet 1 has got τ${tao(original.taoInRao)} of the emission, the copy τ${tao(second.taoInRao)}: its average price begins at 0`, [second.epochs, second.shareMillionths, Number(second.taoInRao) < 10_000], [10, '0', true]);
  step(`its miners have as much alpha (${tao(second.alphaRao['miners']!)}), which is worth τ${tao(second.exitRao['miners']!)} when they sell it: out of what the copy paid in`, [Number(second.alphaRao['miners']) > 30e9, BigInt(second.exitRao['miners']!) * 1_000_000_000n < BigInt(second.alphaRao['miners']!) * BigInt(second.priceAfterRao)], [true, true]);
  step(`it cost τ${tao(copy.cost.totalRao)}; its owner's cut would bring τ${tao(second.exitRao['owner']!)}`, Number(second.exitRao['owner']) * 20 < Number(copy.cost.totalRao), true);

  const live = await network.json<Copy>(`subnets copy 1 --epochs 10 --history live ${OWNER.replace('//Copy', '//Copy2')}`);
  const [first, third] = live.earnings!.subnets;
  step(`where newcomers are given a price history, a copy gets ${(Number(third.shareMillionths) / 1e4).toFixed(2)} % of the emission at once, and subnet 1 ${(Number(first.shareMillionths) / 1e4).toFixed(2)} %; it cost τ${tao(live.cost.totalRao)}`, [Number(third.shareMillionths) > 300_000, Number(live.cost.lockRao) > 1_900_000_000_000], [true, true]);
  const broke = await network.refusal('subnets copy 1 --wallet-name //Ferdie --hotkey //Copy3');
  step(`whoever cannot pay makes no copy: ${broke}`, broke, rules === '2026-06' ? 'SubtensorModule.CannotAffordLockCost' : 'SubtensorModule.NotEnoughBalanceToStake');
}

async function copyOfWeights(network: Network, rules: string): Promise<void> {
  const client = await connect(network.url, { dev: true });
  try {
    const start = await client.dev.snapshot();
    const run = async (order: Omit<CopierOrder, 'netuid' | 'epochs'>): Promise<CopierReport> => {
      await client.dev.revert(start);
      return onClient(client, copyWeights({ netuid: 1, epochs: 10, ...order }));
    };
    const paid = ({ millionths, copyistAlpha, honestAlpha }: CopierReport): string => `${tao(String(copyistAlpha))} alpha in ten epochs, those who work ${tao(String(honestAlpha))}: ${(Number(millionths) / 1e4).toFixed(2)} %`;
    for (const yuma3 of [true, false]) {
      const bonds = `rules of ${rules}, bonds of Yuma ${yuma3 ? 3 : 2}`;
      const open = await run({ way: 'open', yuma3 });
      step(`${bonds}, weights in the open: the copyist gets ${paid(open)}`, open.millionths > 999_500n, true);
      const hidden = await run({ way: 'hash', yuma3 });
      step(`${bonds}, weights committed and revealed: the copyist gets ${paid(hidden)}`, hidden.millionths < (yuma3 ? 760_000n : 895_000n), true);
    }
    const sealed = await run({ way: 'timelocked' });
    step(`rules of ${rules}, weights sealed until the chain opens them: the copyist gets ${paid(sealed)}`, sealed.millionths < 730_000n, true);
    const still = await run({ way: 'hash', moving: false });
    step(`rules of ${rules}, weights hidden, but miners stay as good as they are: the copyist gets ${paid(still)}`, still.millionths > 999_500n, true);
  } finally {
    await client.close();
  }
}
