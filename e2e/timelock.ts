/**
 * Private weights: sealed by the SDK and revealed by the chain at the right epoch with the node's own beacon, at any pace and under both rule sets; lost where no pulse
 * comes; opened with a real pulse of drand's quicknet from a file - those of the SDK and those of the official client, whose clock is set to that pulse's time.
 */

import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCrypto } from '@taonet/crypto';
import { hexToBytes } from '@taonet/primitives';
import { connect, dev, devKey, wallet, type DevClient, type WeightsResult } from '@taonet/sdk';
import { QUICKNET, sealWeights, timeOfRound } from '@taonet/sdk/timelock';
import { journey, Network, step } from './kit/journey.ts';
import { fakeClock, hasOfficialClient, official } from './kit/officialClient.ts';

/** Round 1000 of quicknet, the only one needed. source: api.drand.sh */
const ROUND = 1_000n;
const SIGNATURE = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
const PULSE = `{"round":1000,"randomness":"fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd","signature":"${SIGNATURE}"}\n`;
const SLOT_SECONDS = 0.25;
const NETUID = 1;
const VALIDATOR = '//Alice//validator';
const VALIDATOR_UID = 1;
/** The official client cannot read what is shorter than 32 bytes: with its length in front it takes it for text, and then looks for hex in it. */
const SAID = 'sealed in Python until round one thousand';
/** Before May 2025's second epoch nothing is opened. */
const SECOND_EPOCH_IS_OVER = 26;

type Pairs = readonly (readonly [uid: number, weight: number])[];
const weightsOf = async (client: Pick<DevClient, 'query'>): Promise<Pairs> => client.query.SubtensorModule.Weights(NETUID, VALIDATOR_UID);
const headOf = async (client: DevClient): Promise<number> => (await client.block()).number;
const waitingOf = async (client: DevClient): Promise<number> => (await client.query.SubtensorModule.TimelockedWeightCommits.entries()).flatMap(([, value]) => value).length;

/** A network of its own, as //Alice with the hotkey of a validator; its node ends with the walk. */
async function onNetwork(flags: readonly string[], walk: (client: DevClient, network: Network) => Promise<void>): Promise<void> {
  const network = await Network.start(flags);
  const client = await connect(network.url, { dev: true, wallet: wallet.of(dev('alice'), await devKey(VALIDATOR)) });
  try {
    await walk(client, network);
  } finally {
    await client.close();
    await network.stop();
  }
}

/** What is said at the side. */
const note = (text: string): void => void process.stdout.write(`  -  ${text}\n`);

await journey(async () => {
  for (const rules of ['2026-06', '2025-05']) await onNetwork(['--block-time', 'instant', '--seed', '7', '--rules', rules], (client) => ownBeacon(client, rules));
  await onNetwork(['--block-time', '60ms'], runningBlocks);
  await onNetwork(['--block-time', 'instant', '--beacon', 'none'], missingPulse);
  const folder = mkdtempSync(join(tmpdir(), 'taonet-e2e-'));
  try {
    const file = join(folder, 'pulses.jsonl');
    writeFileSync(file, PULSE);
    await onNetwork(['--block-time', 'instant', '--beacon', `file:${file}`], realPulse);
    writeFileSync(file, '');
    await onNetwork(['--block-time', 'instant', '--beacon', `file:${file}`], (client, network) => officialClient(client, network, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function hideWeights(client: DevClient): Promise<void> {
  await client.setHyperparam({ netuid: NETUID, name: 'commit_reveal_weights_enabled', value: true }).send();
}

/** What a validator's own copy of the weights becomes on the chain. */
function scaled({ uids, values }: WeightsResult): Pairs {
  return uids.map((uid, at) => [uid, values[at]!]);
}

/** Makes blocks to the one before the reveal, then that one. */
async function untilRevealed(client: DevClient, result: WeightsResult): Promise<readonly [before: Pairs, after: Pairs]> {
  await client.dev.mine(result.revealsAt! - 1 - await headOf(client));
  const before = await weightsOf(client);
  await client.dev.mine();
  return [before, await weightsOf(client)];
}

async function ownBeacon(client: DevClient, rules: string): Promise<void> {
  const { public_key, period } = await client.query.Drand.BeaconConfig();
  step(`rules of ${rules}: the chain's beacon is its node's own, and its rounds are block numbers`, [public_key.length, public_key.every((byte, at) => byte === QUICKNET.publicKey[at]), period], [96, false, 0]);
  await client.dev.mine(SECOND_EPOCH_IS_OVER);
  step('while nobody listens it says nothing', await client.query.Drand.LastStoredRound(), 0n);
  await hideWeights(client);
  await client.dev.mine();
  step('subnet 1 hides weights: from now on a round a block', await client.query.Drand.LastStoredRound(), BigInt(await headOf(client)));
  const plain = await client.tx.SubtensorModule.set_weights({ netuid: NETUID, dests: [0], weights: [1], version_key: 0n }).send({ as: 'hotkey' }).then(() => 'taken', (error: { code: string }) => error.code);
  step('weights in the open are refused', plain, 'SubtensorModule.CommitRevealEnabled');

  const open = await weightsOf(client);
  const first = await client.setWeights({ netuid: NETUID, weights: { 0: 1, 2: 3, 3: 2 } });
  step('the SDK seals what it would have set, until the block before the epoch', [first.path, first.revealRound], ['timelock', BigInt(first.revealsAt! - 1)]);
  step('the epoch is the subnet\'s next one', first.revealsAt, (await client.epochs(NETUID)).nextEpochBlock);
  const [before, after] = await untilRevealed(client, first);
  step(`block ${first.revealsAt! - 1}: nothing is to be seen`, before, open);
  step(`block ${first.revealsAt}: the weights on the chain are those that were sealed`, after, scaled(first));
  const { revealedAt, epochAt } = await first.counted();
  step('they came to light at the start of the block whose epoch counted them', [revealedAt, epochAt], [first.revealsAt, first.revealsAt]);

  await client.setHyperparam({ netuid: NETUID, name: 'commit_reveal_period', value: 2n }).send();
  const { period: blocks, nextEpochBlock } = await client.epochs(NETUID);
  const second = await client.setWeights({ netuid: NETUID, weights: { 0: 5, 1: 1 } });
  step('with a reveal period of two: in the epoch after the next', second.revealsAt, nextEpochBlock! + blocks);
  step('and there they are', await untilRevealed(client, second), [scaled(first), scaled(second)]);
  await client.setHyperparam({ netuid: NETUID, name: 'commit_reveal_period', value: 1n }).send();

  const revealAt = await headOf(client) + 5;
  await client.setCommitment({ netuid: NETUID, data: 'my endpoint moves', revealAt }).send();
  await client.dev.mine(revealAt - 1 - await headOf(client));
  step('a commitment, sealed', [await client.revealedCommitments(NETUID), (await client.commitment(NETUID))!.sealedUntil], [[], [BigInt(revealAt - 1)]]);
  await client.dev.mine();
  step(`and opened in block ${revealAt}`, (await client.revealedCommitments(NETUID)).map(({ data, block }) => [new TextDecoder().decode(data), block]), [['my endpoint moves', revealAt]]);
}

async function runningBlocks(client: DevClient): Promise<void> {
  await hideWeights(client);
  const result = await client.setWeights({ netuid: NETUID, weights: { 0: 2, 3: 1 } }, { stay: true });
  const { revealedAt, epochAt } = await result.counted();
  step('blocks that come by themselves, every 60 ms: revealed and counted in the block that was foretold', [revealedAt, epochAt], [result.revealsAt, result.revealsAt]);
  step('as they were sealed', await weightsOf(client), scaled(result));
}

async function missingPulse(client: DevClient): Promise<void> {
  await hideWeights(client);
  await client.dev.mine(12);
  const open = await weightsOf(client);
  const { public_key, period } = await client.query.Drand.BeaconConfig();
  step('without a beacon the chain follows quicknet, as upstream\'s', [public_key, period], [QUICKNET.publicKey, 3]);
  const result = await client.setWeights({ netuid: NETUID, weights: { 0: 1 } });
  const last = result.revealsAt! + (await client.epochs(NETUID)).period - 1;
  await client.dev.mine(last - await headOf(client));
  step(`no pulse comes: the commit waits through its whole reveal epoch, to block ${last}`, [await waitingOf(client), await weightsOf(client)], [1, open]);
  await client.dev.mine();
  step('with the next epoch it is dropped; nothing was revealed', [await waitingOf(client), await weightsOf(client)], [0, open]);
  const outcome = client.setWeights({ netuid: NETUID, weights: { 0: 1 } }).then((later) => later.counted()).then(() => 'counted', (error: { code: string }) => error.code);
  const said = await whileMining(client, outcome);
  step('whoever waits for it is told', said, 'NotRevealed');
}

async function whileMining<T>(client: DevClient, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => { isDone = true; });
  while (!isDone) await client.dev.mine();
  return done;
}

/** A chain in the summer of 2023, a little before round 1000. With epochs of ten seconds, so that a round is shorter than one. */
async function realPulse(client: DevClient): Promise<void> {
  await client.dev.setTime(timeOfRound(QUICKNET, ROUND) * 1000 - 60_000);
  await client.setHyperparam({ netuid: NETUID, name: 'tempo', value: 40 }).send();
  await hideWeights(client);
  await approach(client);
  step('the file holds a pulse of quicknet whose time has not come on this chain', await client.query.Drand.LastStoredRound(), 0n);
  const result = await client.setWeights({ netuid: NETUID, weights: { 0: 1, 1: 0.5 } });
  step('the SDK seals weights until quicknet\'s round 1000, by the chain\'s clock', result.revealRound, ROUND);
  const { revealedAt } = await whileMining(client, result.counted());
  step('the real pulse entered when its time had come, and was verified with quicknet\'s key', [await client.query.Drand.LastStoredRound(), (await client.query.Drand.Pulses(ROUND))!.signature], [ROUND, hexToBytes(SIGNATURE)]);
  step(`and in block ${revealedAt} it opened the weights`, await weightsOf(client), scaled(result));
}

/** Until weights that would be set now are for round 1000. A second is less than a round: none is passed over. */
async function approach(client: DevClient): Promise<void> {
  const next = async (): Promise<bigint> => (await client.weights({ netuid: NETUID, weights: { 0: 1 } }).plan()).revealRound!;
  await client.dev.increaseTime(Number(ROUND - await next() - 2n) * QUICKNET.period * 1000);
  for (let tries = 0; await next() < ROUND && tries < 20; tries++) {
    await client.dev.increaseTime(1_000);
    await client.dev.mine();
  }
}

/** Sends sealed weights that somebody else made. */
async function commitSealed(client: DevClient, sealed: Uint8Array): Promise<void> {
  await client.tx.SubtensorModule.commit_timelocked_mechanism_weights({ netuid: NETUID, mecid: 0, commit: sealed, reveal_round: ROUND, commit_reveal_version: 4 }).send({ as: 'hotkey' });
}

/** Two blocks into the epoch in which what was committed in the present one is revealed. */
async function enterRevealEpoch(client: DevClient): Promise<void> {
  const { nextEpochBlock } = await client.epochs(NETUID);
  await client.dev.mine(nextEpochBlock! + 2 - await headOf(client));
}

async function officialClient(client: DevClient, { url }: Network, file: string): Promise<void> {
  await hideWeights(client);
  await client.dev.mine(12);
  const { address: hotkey } = await devKey(VALIDATOR);
  const { openTimelock } = await createCrypto();
  const orders = { hotkey: VALIDATOR, netuid: NETUID, block_time: SLOT_SECONDS };
  const open = await weightsOf(client);

  if (!hasOfficialClient) note('left out: the official client (npm run test:clients makes its environment)');
  else {
    const order = { ...orders, do: 'weights', uids: [0, 2], weights: [0.5, 1] };
    const real = await official(url, order);
    step('the official client, unmodified, sets weights: committed', [real.success, real.message], [true, 'Success']);
    const [earliest, latest] = [real.from, real.to].map((seconds) => Math.floor((seconds - QUICKNET.genesis) / QUICKNET.period));
    step('until a round of quicknet after its own clock\'s time, at most two tempos ahead', real.round > earliest! && real.round <= latest! + Math.ceil(20 * SLOT_SECONDS / QUICKNET.period) + 1, true);
    const commits = (await client.query.SubtensorModule.TimelockedWeightCommits.entries()).flatMap(([, value]) => value);
    step('as it was sealed: a point, two masks of 32 bytes, the encrypted payload, the name of the cipher', commits.map(([, , sealed, round]) => [sealed, round, sealed.slice(96, 104), new TextDecoder().decode(sealed.slice(-8))]),
      [[hexToBytes(real.sealed), BigInt(real.round), Uint8Array.of(32, 0, 0, 0, 0, 0, 0, 0), 'AES_GCM_']]);
    step('no pulse that the chain can have opens it: its round had not been signed by anybody when it was made', openTimelock(hexToBytes(real.sealed), hexToBytes(SIGNATURE)), undefined);
    await enterRevealEpoch(client);
    step('in its reveal epoch it waits', [await waitingOf(client), await weightsOf(client)], [1, open]);
    await client.dev.mine(10);
    step('and is dropped with the next', [await waitingOf(client), await weightsOf(client)], [0, open]);
  }

  if (hasOfficialClient && fakeClock !== undefined) {
    const from = timeOfRound(QUICKNET, ROUND) - 60;
    const foreseen = await official(url, { ...orders, do: 'foresee' }, from);
    const clock = from + (Number(ROUND) - foreseen.round) * QUICKNET.period;
    const set = await official(url, { ...orders, do: 'weights', uids: [0, 2], weights: [0.5, 1] }, clock);
    step(`its clock stands at ${new Date(clock * 1000).toISOString().slice(0, 19)}: the same client sets weights until round 1000`, [set.success, set.round], [true, Number(ROUND)]);
    await enterRevealEpoch(client);
    step('two blocks into the reveal epoch the pulse is missing', [await waitingOf(client), await weightsOf(client)], [1, open]);
    const said = await official(url, { ...orders, do: 'commitment', data: SAID, blocks: 12 }, timeOfRound(QUICKNET, ROUND) + 1 - 12 * SLOT_SECONDS + QUICKNET.period);
    step('and the official client seals a commitment until round 1000', [said.success, said.round], [true, Number(ROUND)]);
    appendFileSync(file, PULSE);
    await client.dev.mine();
    step('the pulse is appended to the file and enters with the next block', await client.query.Drand.LastStoredRound(), ROUND);
    const shown = await weightsOf(client);
    await client.dev.mine();
    step('and the block after it reveals what the official client had sealed', [shown, await weightsOf(client)], [open, [[0, 32_768], [2, 65_535]]]);
    const head = await headOf(client);
    const read = await official(url, { ...orders, do: 'revealed' });
    step('the commitment too, as the official client reads it', read.revealed, [[head, SAID]]);
  } else if (hasOfficialClient) note('left out: the official client with a clock of its own (apt-get install faketime)');

  if (await client.query.Drand.LastStoredRound() === 0n) {
    appendFileSync(file, PULSE);
    await client.dev.mine();
  }
  await commitSealed(client, sealWeights({ hotkey, uids: [0, 1], values: [65_535, 30_000], versionKey: 0n }, ROUND));
  await enterRevealEpoch(client);
  step('sealed for a round that is known already: taken, and revealed in its epoch all the same', await weightsOf(client), [[0, 65_535], [1, 30_000]]);
}
