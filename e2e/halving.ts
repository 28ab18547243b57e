/**
 * Halvings as they happen: TAO's first one on a network that has just begun, by asking for blocks; alpha's of one subnet, on a network that begins with a file of an
 * old subnet. Under both rule sets.
 */

import { journey, Network, step } from './kit/journey.ts';

const RULES = ['2026-06', '2025-05'] as const;
/** 10,500,000 TAO, and as much alpha of a subnet. */
const FIRST_HALVING_RAO = 10_500_000_000_000_000n;
/** One block at a time around the halving. */
const LAST_BLOCKS = 4;
const LIMIT_MS = 60_000;

await journey(async () => {
  for (const rules of RULES) {
    await onNetwork(['--rules', rules], (network) => ofTao(network, rules));
    await onNetwork(['--rules', rules, '--state', 'examples/alphaHalving.json'], (network) => ofAlpha(network, rules));
  }
});

async function onNetwork(flags: readonly string[], walk: (network: Network) => Promise<void>): Promise<void> {
  const network = await Network.start(['--block-time', 'manual', ...flags]);
  try {
    await walk(network);
  } finally {
    await network.stop();
  }
}

async function issued(network: Network): Promise<bigint> {
  return BigInt(await network.query<string>('SubtensorModule.TotalIssuance'));
}

/** Rao that the next block issues, and those of it that subnet 1 gets. */
async function nextBlock(network: Network): Promise<{ readonly before: bigint; readonly made: bigint; readonly toSubnet: bigint }> {
  const before = await issued(network);
  await network.json('advance 1');
  const [pool, bought] = [await network.query<string>('SubtensorModule.SubnetTaoInEmission 1'), await network.query<string>('SubtensorModule.SubnetExcessTao 1')];
  return { before, made: (await issued(network)) - before, toSubnet: BigInt(pool) + BigInt(bought) };
}

/** To a rao: shares of a block are cut to whole rao. */
function isAbout(rao: bigint, wanted: bigint): boolean {
  return rao <= wanted && rao >= wanted - 2n;
}

function text(rao: bigint): string {
  return (Number(rao) / 1e9).toString();
}

async function ofTao(network: Network, rules: string): Promise<void> {
  const start = performance.now();
  const first = await nextBlock(network);
  step(`rules of ${rules}: a block makes ${text(first.made)} TAO, at ${text(first.before)} issued`, [isAbout(first.made, 1_000_000_000n), isAbout(first.toSubnet, 1_000_000_000n)], [true, true]);
  const rest = Number((FIRST_HALVING_RAO - (await issued(network))) / 1_000_000_000n);
  await network.json(`advance ${rest - 1}`);
  let found: Awaited<ReturnType<typeof nextBlock>> | undefined;
  for (let i = 0; i < LAST_BLOCKS && found === undefined; i++) {
    const block = await nextBlock(network);
    if (block.made < 900_000_000n) found = block;
    else step(`at ${text(block.before)} issued it still makes ${text(block.made)}`, block.before < FIRST_HALVING_RAO, true);
  }
  step(`the first block after 10,500,000 (${text(found!.before)}) makes ${text(found!.made)}, and subnet 1 gets ${text(found!.toSubnet)}`,
    [found!.before >= FIRST_HALVING_RAO, isAbout(found!.made, 500_000_000n), isAbout(found!.toSubnet, 500_000_000n)], [true, true, true]);
  const number = await network.query<number>('System.Number');
  const took = performance.now() - start;
  step(`seen at block ${number}, ${(took / 1000).toFixed(1)} s after the first question: within a minute`, took < LIMIT_MS, true);
}

async function ofAlpha(network: Network, rules: string): Promise<void> {
  const alphaOf = async (item: string): Promise<bigint> => BigInt(await network.query<string>(`SubtensorModule.${item} 1`));
  const issuance = async (): Promise<bigint> => (await alphaOf('SubnetAlphaIn')) + (await alphaOf('SubnetAlphaOut'));
  step(`rules of ${rules}, an old subnet 1: ${text(FIRST_HALVING_RAO - (await issuance()))} alpha before its own halving`, String(FIRST_HALVING_RAO - (await issuance())), '40000000000');
  await network.json('advance 1');
  const [out, into] = [await alphaOf('SubnetAlphaOutEmission'), await alphaOf('SubnetAlphaInEmission')];
  step(`a block makes ${text(out)} alpha for participants and ${text(into)} for the pool`, [String(out), into > 0n && into <= out], ['1000000000', true]);
  const perBlock = out + into;
  await network.json(`advance ${Number((FIRST_HALVING_RAO - (await issuance())) / perBlock)}`);
  while ((await issuance()) < FIRST_HALVING_RAO) await network.json('advance 1');
  const last = await alphaOf('SubnetAlphaOutEmission');
  step(`${text(await issuance())} alpha are there, the last block made ${text(last)}`, String(last), '1000000000');
  await network.json('advance 1');
  const [halfOut, halfInto] = [await alphaOf('SubnetAlphaOutEmission'), await alphaOf('SubnetAlphaInEmission')];
  step(`the next one makes ${text(halfOut)} for participants and ${text(halfInto)} for the pool`, [String(halfOut), halfInto <= halfOut], ['500000000', true]);
  const made = await nextBlock(network);
  step(`TAO has not halved with it: a block still makes ${text(made.made)}`, isAbout(made.made, 1_000_000_000n), true);
}
