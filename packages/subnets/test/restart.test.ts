/** A validator that is killed and started again with the same folder owes nobody a secret. */

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFromUri, walletReady } from '@taonet/sdk/wallet';
import type { Miner, ValidatorEvent } from '@taonet/sdk/neuron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRound, createStoreSubnet, RoundFolder, startMiner, startValidator, type SecretChain, type SubnetKind, type SubnetValidator } from '../src/index.ts';
import { RoleChain } from './roleChain.ts';

const root = await mkdtemp(join(tmpdir(), 'taonet-restart-'));
const kind = createStoreSubnet(join(root, 'shards'));
const chain = new RoleChain();
let miner: Miner;

beforeAll(async () => {
  await walletReady();
  const [key, validator] = [keyFromUri('//Miner'), keyFromUri('//Validator')];
  chain.register(key.address);
  chain.register(validator.address, true);
  miner = await startMiner({ client: chain.clientOf(key.address), key, netuid: 1, kind, behaviour: 'small', name: 'small', ip: '127.0.0.1', host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await miner.close();
  await rm(root, { recursive: true, force: true });
});

const never = (): Promise<never> => new Promise(() => undefined);

interface Life {
  readonly folder: string;
  readonly kind?: SubnetKind;
  readonly commit?: (chain: SecretChain) => SecretChain['commit'];
}

/** Blocks between two rounds; a commit makes one of them. */
const ROUND_BLOCKS = 100;

/** A validator's life: its first round begins by itself. `rounds` ends when as many are over. Who is not closed is dead: it does nothing more. */
async function live({ folder, kind: own = kind, commit }: Life): Promise<{ readonly validator: SubnetValidator; rounds(count: number): Promise<void> }> {
  const key = keyFromUri('//Validator');
  const client = chain.clientOf(key.address);
  let over = 0;
  let heard = (_: ValidatorEvent): void => undefined;
  const validator = await startValidator({
    client, key, netuid: 1, kind: own, folder, roundBlocks: ROUND_BLOCKS,
    secrets: { commit: commit?.(client) ?? ((...given) => client.commit(...given)) },
    onEvent(event) {
      if (event.what === 'round') over += 1;
      heard(event);
    },
  });
  const roundIsOver = (): Promise<void> => new Promise((done, failed) => {
    heard = (event) => {
      if (event.what === 'round') done();
      if (event.what === 'failed') failed(event.error as Error);
    };
  });
  return {
    validator,
    async rounds(count) {
      if (over === 0) await roundIsOver();
      while (over < count) {
        const next = roundIsOver();
        chain.mine(ROUND_BLOCKS);
        await next;
      }
    },
  };
}

async function endOf({ validator }: { readonly validator: SubnetValidator }): Promise<void> {
  await validator.close();
}

/** Every round but the last is revealed and audits clean; returned are the numbers of miners that each one examined. */
async function audited(folder: string): Promise<number[]> {
  const rounds = new RoundFolder(join(folder, 'rounds'));
  const examiner = await kind.createExaminer();
  const records = await Promise.all((await rounds.rounds()).map(async (round) => (await rounds.read(round))!));
  expect(records.at(-1)?.secret).toBe('');
  for (const record of records.slice(0, -1)) {
    expect(await auditRound(record, examiner)).toEqual([]);
    expect(chain.revealed).toContain(record.commitment);
  }
  return records.map(({ exams }) => exams.length);
}

/** What was committed since the chain had `from` commitments and is a secret still. */
const secretSince = (from: number): string[] => [...new Set(chain.committed.slice(from))].filter((hash) => !chain.revealed.has(hash));

describe('a validator that was killed', () => {
  it('after a round: reveals it', async () => {
    const [folder, from] = [join(root, 'after'), chain.committed.length];
    const first = await live({ folder });
    await first.rounds(1);
    await endOf(first);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    const second = await live({ folder });
    await second.rounds(2);
    await endOf(second);
    expect(await audited(folder)).toEqual([1, 1, 1]);
    expect(secretSince(from)).toEqual(chain.committed.slice(-1));
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('between the commit and the tasks: the secret serves again and is revealed', async () => {
    const [folder, from] = [join(root, 'commit'), chain.committed.length];
    let dies = (): void => undefined;
    const dead = new Promise<void>((resolve) => (dies = resolve));
    await live({ folder, commit: (client) => async (...given) => {
      await client.commit(...given);
      dies();
      return never();
    } });
    await dead;
    const second = await live({ folder });
    await second.rounds(2);
    await endOf(second);
    expect(await audited(folder)).toEqual([1, 1]);
    expect(secretSince(from)).toEqual(chain.committed.slice(-1));
  });

  it('between a later commit and its note of it: both secrets are revealed', async () => {
    const [folder, from] = [join(root, 'later'), chain.committed.length];
    let [dies, calls] = [(): void => undefined, 0];
    const dead = new Promise<void>((resolve) => (dies = resolve));
    const first = await live({ folder, commit: (client) => async (...given) => {
      const committed = await client.commit(...given);
      calls += 1;
      if (calls < 2) return committed;
      dies();
      return never();
    } });
    await first.rounds(1);
    chain.mine(ROUND_BLOCKS);
    await dead;
    const second = await live({ folder });
    await second.rounds(2);
    await endOf(second);
    expect(await audited(folder)).toEqual([1, 1, 1]);
    expect(secretSince(from)).toEqual(chain.committed.slice(-1));
  });

  it('while miners were asked: that round is seen, empty, and revealed', async () => {
    const [folder, from] = [join(root, 'asked'), chain.committed.length];
    let dies = (): void => undefined;
    const dead = new Promise<void>((resolve) => (dies = resolve));
    await live({ folder, kind: { ...kind, createExaminer: () => Promise.resolve({ examine: () => (dies(), never()), close: () => Promise.resolve() }) } });
    await dead;
    const second = await live({ folder });
    await second.rounds(1);
    await endOf(second);
    expect(await audited(folder)).toEqual([0, 1]);
    expect(secretSince(from)).toEqual(chain.committed.slice(-1));
  });
});

it('a validator remembers over a restart which shards it handed out', async () => {
  const folder = join(root, 'memory');
  const first = await live({ folder });
  await first.rounds(1);
  await endOf(first);
  const second = await live({ folder });
  await second.rounds(1);
  await endOf(second);
  const [before, after] = await Promise.all([0, 1].map((round) => new RoundFolder(join(folder, 'rounds')).read(round)));
  const idsOf = (record: typeof before, op: string) => record!.exams[0]!.exchanges.map(({ request }) => request as { op: string; id: string }).filter((request) => request.op === op).map(({ id }) => id);
  expect(idsOf(after, 'prove')).toEqual(expect.arrayContaining(idsOf(before, 'prove')));
});
