import { join } from 'node:path';
import { bytesEqual, bytesToHex, hexToBytes } from '@taonet/primitives';
import type { Signer } from '../../signer.ts';
import { createSealingKeys, sealingCertificate } from '../auth/sealing.ts';
import type { SealingKeys } from '../auth/sealing.ts';
import { neuronError } from '../errors.ts';
import { createAxon } from '../serve/axon.ts';
import type { Axon, AxonOptions } from '../serve/axon.ts';
import type { ChainClient } from './chainView.ts';
import { eachLatest } from './latest.ts';
import { Roster } from './roster.ts';
import { readState, writeState } from './stateFile.ts';
import type { StateForm } from './stateFile.ts';

export interface MinerOptions {
  readonly client: ChainClient;
  /** The hotkey. */
  readonly key: Signer;
  readonly netuid: number;
  /** Address that validators reach. */
  readonly ip: string;
  /** Port to listen on, and to announce unless `announcedPort` is another. */
  readonly port?: number;
  readonly announcedPort?: number;
  /** Adds the synapses. */
  readonly attach: (axon: Axon, roster: Roster) => void;
  /** Who may ask: validators with a permit and the owner, when left out. */
  readonly admit?: 'validators' | 'registered' | 'anyone';
  /** `false`: no sealed requests. When left out, keys are made, and kept in `statePath`. */
  readonly sealing?: SealingKeys | false;
  /** Folder of what outlives restarts: the sealing key. Without one every start announces a new key. */
  readonly statePath?: string;
  /** Blocks between two looks at the subnet; 10 when left out. */
  readonly syncBlocks?: number;
  readonly axon?: Omit<AxonOptions, 'key' | 'port' | 'sealing' | 'admit'>;
  readonly onError?: (error: unknown) => void;
  readonly signal?: AbortSignal;
}

export interface Miner {
  readonly uid: number;
  readonly port: number;
  readonly roster: Roster;
  /** Settles when the miner has ended. */
  readonly done: Promise<void>;
  close(): Promise<void>;
}

/**
 * A miner: serves its synapses, announces itself when the chain says otherwise, knows who may ask.
 *
 * refuses: NotRegistered
 */
export async function runMiner(options: MinerOptions): Promise<Miner> {
  const { client, key, netuid, admit = 'validators', syncBlocks = 10, onError } = options;
  const roster = new Roster(client, netuid);
  await roster.sync();
  const uid = roster.find(key.address)?.uid;
  if (uid === undefined) throw neuronError('NotRegistered', { hotkey: key.address, netuid });
  const sealing = options.sealing === false ? undefined : (options.sealing ?? (await keptSealingKeys(options.statePath)));
  const refusals = { validators: (hotkey: string) => roster.refuseUnlessValidator(hotkey), registered: (hotkey: string) => roster.refuseUnlessRegistered(hotkey), anyone: () => undefined };
  const axon = createAxon({
    ...options.axon,
    key,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(sealing === undefined ? {} : { sealing }),
    ...(onError === undefined ? {} : { onError }),
    admit: ({ hotkey }) => refusals[admit](hotkey),
  });
  options.attach(axon, roster);
  const port = await axon.listen();
  const announce = (): Promise<void> => announceUnlessKnown(roster, options, { port: options.announcedPort ?? port, sealing });
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
  // The chain limits how often an axon is announced: what fails now is tried again at each look.
  await announce().catch((error: unknown) => onError?.(error));
  let synced = roster.view.block;
  const done = eachLatest(client.blocks(signal), async (block) => {
    if (block < synced + syncBlocks) return;
    synced = block;
    try {
      await roster.sync();
      await announce();
    } catch (error) {
      onError?.(error); // the chain may be away for a while; what is known still holds
    }
  }).finally(() => axon.close());
  return { uid, port, roster, done, close: () => (stop.abort(), done) };
}

const SEALING_FORM: StateForm<string> = { name: 'sealing', migrations: [], check: (value) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : undefined) };

async function keptSealingKeys(statePath: string | undefined): Promise<SealingKeys> {
  const path = statePath && join(statePath, 'sealing.json');
  const kept = path && (await readState(path, SEALING_FORM));
  if (kept) return createSealingKeys(hexToBytes(kept));
  const keys = createSealingKeys();
  if (path) await writeState(path, SEALING_FORM, bytesToHex(keys.secretKey));
  return keys;
}

async function announceUnlessKnown(roster: Roster, { client, key, netuid, ip }: MinerOptions, { port, sealing }: { readonly port: number; readonly sealing: SealingKeys | undefined }): Promise<void> {
  const known = roster.find(key.address);
  const sealingKnown = sealing === undefined || (known?.sealingKey !== undefined && bytesEqual(known.sealingKey, sealing.publicKey));
  if (known === undefined || (known.ip === ip && known.port === port && sealingKnown)) return;
  await client.serveAxon({ netuid, ip, port, ...(sealing === undefined ? {} : { certificate: sealingCertificate(sealing) }) });
  await roster.sync();
}
