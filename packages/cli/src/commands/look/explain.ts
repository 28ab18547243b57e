/** `explain`: what an error, a call, a storage item, a hyperparameter, a code or an address is. No chain is asked. */

import { adviceOn, advice, docs } from '@taonet/abi/docs';
import { pallets } from '@taonet/abi';
import type { Outcome, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { DEV_ADDRESSES } from '../../names.ts';
import { nearest } from '../../suggest.ts';
import { accountAddress, isAddress } from '../../wallets.ts';

export interface Explained {
  readonly kind: 'error' | 'call' | 'event' | 'storage' | 'constant' | 'hyperparameter' | 'address';
  readonly name: string;
  readonly about: string;
  /** Further facts by name. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const KINDS = { errors: 'error', calls: 'call', events: 'event', storage: 'storage', constants: 'constant' } as const;
type Section = keyof typeof KINDS;
const SECTIONS = Object.keys(KINDS) as readonly Section[];

const sentence = (lines: readonly string[] | string | undefined): string => (lines === undefined ? '' : typeof lines === 'string' ? lines : lines.join(' '));

/** All that the declarations and the advice know of, by `Pallet.Name` and kind. */
function* everything(): Generator<Explained> {
  for (const pallet of pallets) {
    for (const section of SECTIONS) {
      const declared = pallet[section] as Readonly<Record<string, unknown>>;
      const texts = (docs as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[] | string>> | undefined>> | undefined>>)[pallet.name]?.[section];
      for (const name of Object.keys(declared)) yield { kind: KINDS[section], name: `${pallet.name}.${name}`, about: sentence(texts?.[name]), facts: section === 'calls' ? { arguments: Object.keys((declared[name] as { args?: object }).args ?? {}) } : {} };
    }
  }
  for (const owner of ['Token', 'Arithmetic', 'Transactional', 'DispatchError', 'InvalidTransaction', 'UnknownTransaction']) {
    for (const name of Object.keys(advice[owner] ?? {})) yield { kind: 'error', name: owner === 'DispatchError' ? name : `${owner}.${name}`, about: '', facts: {} };
  }
}

function withAdvice(one: Explained): Explained {
  if (one.kind !== 'error') return one;
  const found = adviceOn(one.name);
  return found === undefined ? one : { ...one, facts: { ...one.facts, check: found.check, fix: found.fix } };
}

async function hyperparametersNamed(word: string): Promise<readonly Explained[]> {
  const { hyperparameterRows } = await import('@taonet/runtime');
  return hyperparameterRows().filter(({ name }) => name === word).map(({ name, docs: about, call, who, unit, checks, effect, window, item }) => ({
    kind: 'hyperparameter', name, about, facts: { unit, who, call, item: item ?? null, checks, effect: effect ?? null, frozenBeforeEpochs: window },
  }));
}

async function addressNamed(word: string, invocation: Parameters<Run>[0]): Promise<readonly Explained[]> {
  if (!isAddress(word) && !word.startsWith('//')) return [];
  const address = await accountAddress(word, invocation);
  const { decodeSs58 } = await import('@taonet/crypto/ss58');
  const decoded = decodeSs58(address);
  const dev = Object.entries(DEV_ADDRESSES).find(([, known]) => known === address)?.[0];
  return [{ kind: 'address', name: address, about: dev === undefined ? 'An account.' : `The development key ${dev}: everybody has it.`, facts: { publicKey: decoded.ok ? `0x${decoded.accountId}` : null } }];
}

/** `Custom error: 6`, `Custom(6)`, `6` */
function customNamed(word: string): readonly Explained[] {
  const code = /^(?:.*custom\D*)?(\d{1,3})\)?$/i.exec(word)?.[1];
  if (code === undefined) return [];
  const name = `InvalidTransaction.Custom(${code})`;
  const found = adviceOn(name);
  return found === undefined ? [] : [{ kind: 'error', name, about: 'Why a transaction was not taken.', facts: { check: found.check, fix: found.fix } }];
}

export const run: Run = async (invocation): Promise<Outcome> => {
  const word = (invocation.args['words'] as readonly string[]).join(' ').trim();
  const all = [...everything()];
  const matches = all.filter(({ name }) => name === word || name.split('.').at(-1) === word);
  const loose = matches.length > 0 ? matches : all.filter(({ name }) => name.toLowerCase() === word.toLowerCase() || name.split('.').at(-1)!.toLowerCase() === word.toLowerCase());
  const found = [...await addressNamed(word, invocation), ...customNamed(word), ...loose, ...await hyperparametersNamed(word)].map(withAdvice);
  if (found.length === 0) {
    const near = nearest(word, [...new Set(all.flatMap(({ name }) => [name, name.split('.').at(-1)!]))]);
    throw new UsageError(`Nothing is called ${word}.`, near.length === 0 ? 'Give an error, a call, a storage item, a hyperparameter, a custom code, or an address.' : `Did you mean ${near.join(', ')}?`);
  }
  return { data: { found }, words: found.map(words).join('\n\n') };
};

function words({ kind, name, about, facts }: Explained): string {
  const lines = Object.entries(facts).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)).map(([fact, value]) => `  ${(LABELS[fact] ?? fact).padEnd(18)} ${Array.isArray(value) ? value.join('; ') : String(value)}`);
  return [`${name}  (${kind})`, ...(about === '' ? [] : [`  ${about}`]), ...lines].join('\n');
}

const LABELS: Readonly<Record<string, string>> = { check: 'what did not hold', fix: 'what to do', who: 'who may', publicKey: 'public key', frozenBeforeEpochs: 'frozen before epochs' };
