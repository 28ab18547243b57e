/** `taonet subnets audit`: draws validators' tasks and gives their marks again, from what they committed and revealed on chain. */

import { connect, type Client } from '@taonet/sdk';
import { OperatingError } from '@taonet/primitives';
import { auditRound, createEmbedSubnet, createUseLite, DEFAULT_MODELS_FOLDER, findWordnet, OPEN_TRACK, type Examiner, type Finding, type RoundRecord } from '@taonet/subnets';
import type { Invocation, Outcome } from '../command.ts';
import { UsageError } from '../failure.ts';
import type { SubnetName } from './cast.ts';
import { createKind } from './kinds.ts';

interface Audited {
  readonly validator: string;
  readonly round: number;
  readonly block: number;
  /** Miners; none when the validator's process was ended in the middle of the round. */
  readonly examined: number;
  readonly findings: readonly Finding[];
}

export async function run({ args, options, output, signal }: Invocation): Promise<Outcome> {
  const netuid = Number(args['netuid']);
  if (!Number.isInteger(netuid) || netuid < 1) throw new UsageError(`${String(args['netuid'])} is not a subnet`, 'Give its number: taonet subnets list');
  const base = String(options['gateway']).replace(/\/$/, '');
  const client = await connect(String(options['network'] ?? 'local'));
  try {
    // All of them first: while marks are given, which takes long, a kept connection would be closed by the other end.
    const records: RoundRecord[] = [];
    for (const { validator, rounds } of (await get<{ data: readonly { validator: string; rounds: readonly number[] }[] }>(`${base}/rounds/${netuid}`, signal)).data) {
      for (const round of rounds.slice(-Number(options['rounds']))) records.push(await get<RoundRecord>(`${base}/rounds/${netuid}/${validator}/${round}`, signal));
    }
    const revealed = records.filter(({ secret }) => secret !== '');
    const examiners: Examiners = new Map();
    const audited: Audited[] = [];
    for (const record of revealed) {
      const { validator, round, blockNumber: block, exams: { length: examined } } = record;
      output.progress(`${validator}, round ${round}`);
      audited.push({ validator, round, block, examined, findings: [...await onChain(client, record), ...await auditRound(record, await examinerFor(record, examiners))] });
    }
    for (const examiner of examiners.values()) await examiner.close();
    const unrevealed = records.length - revealed.length;
    output.endProgress();
    return { data: { netuid, rounds: audited, unrevealed }, words: describe(netuid, audited, unrevealed) };
  } finally {
    await client.close();
  }
}

async function get<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    throw new OperatingError('GatewayUnreachable', `${url} cannot be reached${cause instanceof Error && cause.cause instanceof Error ? ` (${cause.cause.message})` : ''}.`, { cause, hint: 'Give the address that `taonet up` printed: --gateway http://127.0.0.1:8080/v1' });
  });
  if (!response.ok) throw new OperatingError('GatewayRefused', `${url} answered ${response.status}.`);
  return await response.json() as T;
}

/** By whether they have an open track: what was examined may change from one round to the next. */
type Examiners = Map<boolean, Examiner>;

/** Loads what is needed to give a round's marks again. */
async function examinerFor({ subnet, tracks }: RoundRecord, examiners: Examiners): Promise<Examiner> {
  const isOpen = tracks?.includes(OPEN_TRACK.name) === true;
  const known = examiners.get(isOpen);
  if (known !== undefined) return known;
  const examiner = subnet === 'embed' ? await examinerOfEmbed(isOpen) : await createKind(subnet as SubnetName, {}, '').createExaminer();
  examiners.set(isOpen, examiner);
  return examiner;
}

async function examinerOfEmbed(isOpen: boolean): Promise<Examiner> {
  const wordnet = isOpen ? await findWordnet(DEFAULT_MODELS_FOLDER) : undefined;
  if (isOpen && wordnet === undefined) throw new OperatingError('ModelMissing', 'These rounds have an open track, whose tasks are drawn from WordNet, which is not installed.', { hint: 'taonet models add wordnet' });
  return createEmbedSubnet(createUseLite, wordnet).createExaminer();
}

/** The commitment was on chain before the block that fixed the tasks, and that block has the hash that was used. */
async function onChain(client: Client, { netuid, validator, blockNumber, blockHash, commitment }: RoundRecord): Promise<Finding[]> {
  const before = await client.at(blockNumber - 1);
  const [registration, { hash }] = await Promise.all([before.query.Commitments.CommitmentOf(netuid, validator), (await client.at(blockNumber)).block()]);
  const fields = (registration as { info: { fields: readonly { type: string; value: unknown }[] } } | undefined)?.info.fields ?? [];
  const committed = fields.some(({ type, value }) => type === 'Sha256' && value instanceof Uint8Array && Buffer.from(value).toString('hex') === commitment);
  return [
    ...(hash.replace(/^0x/, '') === blockHash ? [] : [{ uid: undefined, problem: `block ${blockNumber} has another hash on this chain` }]),
    ...(committed ? [] : [{ uid: undefined, problem: `the secret was not committed before block ${blockNumber}` }]),
  ];
}

function describe(netuid: number, audited: readonly Audited[], unrevealed: number): string {
  const lines = audited.map(({ validator, round, block, examined, findings }) => findings.length === 0
    ? `ok    ${validator}  round ${round}, block ${block}: ${examined === 0 ? 'nobody was examined to the end' : 'tasks and marks are the same again'}`
    : `WRONG ${validator}  round ${round}, block ${block}:\n${findings.map(({ uid, problem }) => `        ${uid === undefined ? '' : `uid ${uid}: `}${problem}`).join('\n')}`);
  const wrong = audited.filter(({ findings }) => findings.length > 0).length;
  return [...lines, `Subnet ${netuid}: ${audited.length} rounds audited, ${wrong} wrong; ${unrevealed} not revealed yet.`, ''].join('\n');
}
