/** How much of it all is on chain: bytes of blocks, beside the bytes of the work. */

import { join } from 'node:path';
import type { MinerRoute } from '@taonet/subnets';
import { count, percent, share } from '../amounts.ts';
import { playRounds } from '../claims/rounds.ts';
import { inFolder } from '../inFolder.ts';
import { bears, figures, type PaperRow, type Shown } from '../row.ts';
import { FIRST, WHOLE_U16 } from '../scene.ts';
import type { RulesName } from '../world.ts';
import { heldBy } from './heldBy.ts';

interface RpcBlock {
  readonly block: { readonly header: { readonly digest: { readonly logs: readonly string[] } }; readonly extrinsics: readonly string[] };
}

/** Parent, state root and extrinsics root; the number is a compact of four bytes at most here. */
const HEADER_HASHES = 96;
const HEADER_NUMBER = 4;
/** After the time. */
const SHIELD_KEY_PLACE = 1;
const bytesOf = (hex: string): number => (hex.length - 2) / 2;

/** Bytes of a block: header, digest, extrinsics. */
function sizeOf({ block: { header, extrinsics } }: RpcBlock): number {
  return HEADER_HASHES + HEADER_NUMBER + header.digest.logs.reduce((sum, log) => sum + bytesOf(log), 0) + extrinsics.reduce((sum, one) => sum + bytesOf(one), 0);
}

interface Blocks {
  readonly empty: number;
  /** Of these: the key of the shield that its author announces. */
  readonly shieldKey: number;
  readonly transaction: number;
}

/** A node in this process: a block with nothing in it, and one in which a validator sets weights. */
async function blocksOf(rules: RulesName): Promise<Blocks> {
  const [{ startNode }, { connect, devKey }] = await Promise.all([import('@taonet/node'), import('@taonet/sdk')]);
  const node = await startNode({ preset: 'dev', rules, build: { fast: true, powFaucet: false }, blockTime: 'instant', seed: 1 });
  try {
    const client = await connect(node);
    const newest = async (): Promise<RpcBlock> => await node.request('chain_getBlock') as RpcBlock;
    await node.request('dev_mine', [3]);
    const nothing = await newest();
    const empty = sizeOf(nothing);
    const dests = [0, 1, 2, 3];
    await client.tx.SubtensorModule.set_weights({ netuid: FIRST, dests, weights: dests.map(() => WHOLE_U16), version_key: 0n }).send({ signer: await devKey('//Alice') });
    const filled = await newest();
    await client.close();
    return { empty, shieldKey: bytesOf(nothing.block.extrinsics[SHIELD_KEY_PLACE]!), transaction: sizeOf(filled) - empty };
  } finally {
    await node.close();
  }
}

interface Traffic {
  readonly tasks: number;
  readonly taskBytes: number;
  /** Of users, by the gateway. */
  readonly organic: number;
}

const USER_FILES = 3;

/** One validator's round of subnet Store with two miners, and some files of a user. */
async function trafficOfStore(folder: string): Promise<Traffic> {
  const { createGateway, createStoreSubnet } = await import('@taonet/subnets');
  const examined = await playRounds(createStoreSubnet(join(folder, 'examined')), ['honest', 'small'], 1);
  const store = createStoreSubnet(join(folder, 'served'));
  let organic = 0;
  const workers = await Promise.all([7, 8].map(async (uid) => ({ uid, worker: await store.createWorker('honest', String(uid)) })));
  const routes = workers.map(({ uid, worker }): MinerRoute => ({
    netuid: FIRST, uid, hotkey: `uid ${uid}`,
    ask: async (request) => {
      organic += 1;
      return { body: await worker.answer(request), receipt: '' };
    },
  }));
  const gateway = createGateway({ miners: { best: () => routes }, models: {}, objectsFolder: join(folder, 'objects') });
  for (let i = 0; i < USER_FILES; i++) {
    const address = `http://gateway/v1/objects/notes/${i}.txt`;
    await gateway.fetch(new Request(address, { method: 'PUT', body: `note ${i}` }));
    await gateway.fetch(new Request(address));
  }
  await Promise.all(workers.map(({ worker }) => worker.close()));
  const sum = (of: 'requests' | 'bytes'): number => examined.reduce((total, one) => total + one[of], 0);
  return { tasks: sum('requests'), taskBytes: sum('bytes'), organic };
}

function blockFigures(rules: RulesName, { empty, shieldKey, transaction }: Blocks, { taskBytes }: Traffic): Shown {
  bears(transaction > 0 && transaction < 400 && taskBytes > 100 * transaction, `${empty}, ${transaction}, ${taskBytes}`);
  const withoutKey = rules === '2025-05' ? ', which only this program\'s chain has under these rules' : '';
  return {
    'a block with nothing in it': `${count(empty)} bytes, ${count(shieldKey)} of them its author's key for sealed transactions${withoutKey}`,
    'a validator\'s weights for four neurons': `${count(transaction)} bytes more`,
    'the work that these weights judge, per byte of them': `${count(Math.round(taskBytes / transaction))} bytes, off chain`,
  };
}

/** Q12 */
export const SCALE: PaperRow = {
  id: 'Q12', kind: 'question', title: 'Too much ACID, or a neural net as large as the internet?',
  says: 'Is this a slow, exact database, or could it be a neural net on the scale of the internet?',
  then: { verdict: 'holds in part', words: 'Both, in layers. What is on chain is exact, in order, and small: who is who, weights, stake, a few hundred bytes for each judgement. The work is as large as its machines and on no chain: requests, whether a user\'s or a validator\'s, leave no trace there. How many of them are users\' only gateways know: the share below is of this run.' },
  now: { verdict: 'holds in part', words: 'As then.' },
  command: 'taonet up --subnets store && npm run paper -- Q12',
  test: heldBy('Q12'),
  async show() {
    const traffic = await inFolder(trafficOfStore);
    const [was, is] = [await blocksOf('2025-05'), await blocksOf('2026-06')];
    const { tasks, organic, taskBytes } = traffic;
    bears(organic > 0 && tasks > organic, `${organic} organic of ${tasks}`);
    return figures({
      both: {
        'requests of this run': `${count(tasks)} of a validator to two miners of subnet Store (${count(taskBytes)} bytes), ${count(organic)} for ${USER_FILES} files of a user, put and read`,
        'organic, of all': percent(share(organic, organic + tasks), 1),
        'of these requests on chain': '0',
      },
      then: blockFigures('2025-05', was, traffic),
      now: blockFigures('2026-06', is, traffic),
    });
  },
};
