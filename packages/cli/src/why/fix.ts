/** What to do about a cause: in words, and as commands of this program where some do it. */

import type { CallValue } from '@taonet/sdk';
import { shown } from '../names.ts';

export interface Fix {
  readonly text: string;
  /** In the order in which they are run; none where nobody can do anything. */
  readonly commands: readonly string[];
}

export type By = 'root' | { readonly coldkey: string } | { readonly hotkey: string };

/** Only to be read. */
export const advice = (text: string): Fix => ({ text, commands: [] });

/** One or more transactions. */
export const byCalls = (text: string, ...calls: readonly (readonly [by: By, call: CallValue])[]): Fix => ({ text, commands: calls.map(([by, call]) => commandOf(by, call)) });

export const subtensor = (name: string, value: Readonly<Record<string, unknown>>): CallValue => ({ type: 'SubtensorModule', value: { type: name, value } });
export const admin = (name: string, value: Readonly<Record<string, unknown>>): CallValue => ({ type: 'AdminUtils', value: { type: name, value } });

/** Nothing but time helps; on a network of one's own time can be made. */
export function wait(text: string, until: number, now: number): Fix {
  const blocks = Math.max(1, until - now);
  return { text: `${text} Wait for block ${until}, ${blocks} from here; on a network of your own:`, commands: [`taonet advance ${blocks}`] };
}

/** The key that administers local networks. */
const SUDO = '//Alice';

function commandOf(by: By, call: CallValue): string {
  const args = Object.entries(call.value.value ?? {}).map(([name, value]) => `${name}=${quoted(textOf(value))}`);
  const signer = by === 'root' ? `--sudo --wallet-name ${SUDO}` : 'coldkey' in by ? `--wallet-name ${keyName(by.coldkey)}` : `--signer hotkey --hotkey ${keyName(by.hotkey)}`;
  return ['taonet tx', `${call.type}.${call.value.type}`, ...args, signer].join(' ');
}

/** A key as a command takes it: the name of a development key, else the whole address. */
export const keyName = (address: string): string => (shown(address).startsWith('//') ? shown(address) : address);

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) : String(value);
}

const quoted = (text: string): string => (/^[\w./:-]+$/.test(text) ? text : `'${text}'`);
