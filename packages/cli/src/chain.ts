/** The connection that a command works with; it is closed when the command ends. */

import type { Client, DevClient } from '@taonet/sdk';
import type { Invocation, Outcome } from './command.ts';
import { UsageError, ValidationError } from './failure.ts';
import { setting } from './settings.ts';
import { walletOf, type CommandWallet } from './wallets.ts';

export interface Chain {
  readonly client: Client;
  readonly wallet: CommandWallet;
  /** The network as it was named. */
  readonly network: string;
  /** Developer controls. refuses: ValidationError when the node has none */
  dev(): Promise<DevClient['dev']>;
}

const MS_PER_S = 1000;

export function timeoutOf({ options }: Pick<Invocation, 'options'>): number {
  const seconds = Number(options['timeout'] ?? 60);
  if (!(seconds > 0)) throw new UsageError(`--timeout ${String(options['timeout'])} is not a time in seconds.`, '--timeout 60');
  return seconds * MS_PER_S;
}

/** Connects, works, and closes whatever comes. */
export async function withChain<T extends Outcome | void>(invocation: Invocation, work: (chain: Chain) => Promise<T>): Promise<T> {
  const { connect } = await import('@taonet/sdk');
  const network = setting('network', invocation);
  const { output, signal } = invocation;
  output.doing(`connecting to ${network}`);
  const wallet = walletOf(invocation);
  // Development controls are looked for when they are needed.
  const client = await connect(network, { wallet, dev: true, signal, timeout: timeoutOf(invocation) });
  try {
    output.doing(`working with ${network}`);
    const limited = client.with({ signal });
    const dev = async (): Promise<DevClient['dev']> => {
      if (!await client.view.connection.has('dev_mine')) throw new ValidationError(`${network} has no developer controls.`, 'They are there on a network of your own: taonet node, or taonet up.');
      return limited.dev;
    };
    return await work({ client: limited, wallet, network, dev });
  } finally {
    await client.close();
  }
}

/** The subnet that a command is about: its argument, or `--netuid`. */
export function netuidOf({ args, options }: Pick<Invocation, 'args' | 'options'>, fallback?: number): number {
  const text = args['netuid'] ?? options['netuid'];
  if (text === undefined && fallback !== undefined) return fallback;
  if (text === undefined) throw new UsageError('Which subnet?', '--netuid 1');
  return netuidFrom(String(text));
}

const MAX_NETUID = 65_535;

export function netuidFrom(text: string): number {
  const netuid = Number(text);
  if (text.trim() === '' || !Number.isInteger(netuid) || netuid < 0 || netuid > MAX_NETUID) throw new UsageError(`${text} is not a subnet: a whole number from 0 to ${MAX_NETUID}.`, '--netuid 1');
  return netuid;
}

/** A whole number of an option or argument. */
export function wholeNumber(text: unknown, name: string, fallback?: number): number {
  if (text === undefined && fallback !== undefined) return fallback;
  const value = Number(text);
  if (text === undefined || text === '' || !Number.isSafeInteger(value) || value < 0) throw new UsageError(`${name} is a whole number, not ${String(text)}.`);
  return value;
}

/** A text option that is wanted. */
export function wanted({ args, options }: Pick<Invocation, 'args' | 'options'>, name: string, flag: string): string {
  const value = args[name] ?? options[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`${name} is missing.`, flag);
  return value;
}

