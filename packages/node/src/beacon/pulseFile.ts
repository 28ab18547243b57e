/**
 * Pulses from a file, one JSON object a line: `{"round": 1000, "randomness": hex, "signature": hex}`, as drand's HTTP API gives them. They enter
 * when the chain's time has come to theirs; what is appended while the node runs is taken over with the next block.
 */

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Pulse } from '@taonet/abi';
import { bytesEqual, OperatingError, tryHexToBytes } from '@taonet/primitives';
import type { BeaconNeeds } from '@taonet/runtime';
import type { Beacon, PulseCheck } from './beacon.ts';

/** Each is a pairing: more would hold up the block. */
const PULSES_A_BLOCK = 10;
const U64_MAX = (1n << 64n) - 1n;

export interface PulseFileOptions {
  readonly path: string;
  readonly verify: PulseCheck;
  readonly notice: (text: string) => void;
}

export class PulseFile implements Beacon {
  readonly config = undefined;
  readonly #options: PulseFileOptions;
  /** By round. */
  readonly #pulses = new Map<bigint, Pulse>();
  /** Ascending; undefined after new ones came. */
  #rounds: bigint[] | undefined;
  #readTo = 0;
  #linesEnded = 0;
  #isRunning = false;

  /** refuses: BadPulses for a file that cannot be read, or a line that is no pulse */
  constructor(options: PulseFileOptions) {
    this.#options = options;
    this.#readOn((problem) => { throw badPulses(options.path, problem); });
    this.#isRunning = true;
  }

  pulses(needs: BeaconNeeds, number: number, timestampMs: number): readonly Pulse[] {
    this.#readOn((problem) => this.#options.notice(`${this.#options.path}: ${problem}`));
    const due: Pulse[] = [];
    for (const round of this.#roundsAfter(needs.last)) {
      if (due.length === PULSES_A_BLOCK || !isPast(needs, round, number, timestampMs)) break;
      const pulse = this.#pulses.get(round)!;
      if (this.#isGenuine(needs, pulse)) due.push(pulse);
      else this.#drop(round);
    }
    return due;
  }

  ensureFits(needs: BeaconNeeds): void {
    const [first] = this.#roundsAfter(needs.last);
    if (first === undefined || this.#isGenuine(needs, this.#pulses.get(first)!)) return;
    throw new OperatingError('BeaconDiffers', `${this.#options.path}: round ${first} was not signed by the beacon that this chain follows.`, {
      hint: 'A chain that was begun with --beacon file:PATH or none follows drand\'s quicknet; one that was begun with the built-in beacon follows that one.',
    });
  }

  #roundsAfter(last: bigint): bigint[] {
    this.#rounds ??= [...this.#pulses.keys()].sort((a, b) => (a < b ? -1 : 1));
    // from the end: most of a long file has been used
    return this.#rounds.slice(this.#rounds.findLastIndex((round) => round <= last) + 1);
  }

  #isGenuine({ config }: BeaconNeeds, { round, signature }: Pulse): boolean {
    return this.#options.verify(config.public_key, round, signature) === true;
  }

  #drop(round: bigint): void {
    this.#pulses.delete(round);
    this.#rounds = undefined;
    this.#options.notice(`${this.#options.path}: round ${round} was not signed by the chain's beacon and is left out`);
  }

  /** Takes over what was not there before. A last line that is not ended counts once it is whole. */
  #readOn(report: (problem: string) => void): void {
    const lines = this.#newText(report).split('\n');
    for (const [at, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const pulse = readPulse(line);
      const isOpen = at === lines.length - 1;
      if (typeof pulse === 'string') {
        if (!isOpen) report(`line ${this.#linesEnded + at + 1} ${pulse}`);
        continue;
      }
      if (isOpen) this.#readTo += Buffer.byteLength(line);
      this.#pulses.set(pulse.round, pulse);
      this.#rounds = undefined;
    }
    this.#linesEnded += lines.length - 1;
  }

  /** All that follows what was read; up to the last end of a line it counts as read. */
  #newText(report: (problem: string) => void): string {
    try {
      const file = openSync(this.#options.path, 'r');
      try {
        const { size } = fstatSync(file);
        if (size < this.#readTo) [this.#readTo, this.#linesEnded] = [0, 0];
        const bytes = Buffer.alloc(size - this.#readTo);
        const read = bytes.length === 0 ? bytes : bytes.subarray(0, readSync(file, bytes, 0, bytes.length, this.#readTo));
        this.#readTo += read.lastIndexOf('\n') + 1;
        return read.toString('utf8');
      } finally {
        closeSync(file);
      }
    } catch (error) {
      // While the node runs a file may be away for a moment: whoever writes it puts another in its place.
      if (!this.#isRunning) report((error as Error).message);
      return '';
    }
  }
}

const badPulses = (path: string, problem: string): OperatingError =>
  new OperatingError('BadPulses', `${path}: ${problem}`, { hint: 'Expected lines such as {"round":1000,"randomness":"<64 hex digits>","signature":"<96 hex digits>"}.' });

/** Whether the round's time has come: by the clock, or by the number of blocks where the beacon counts these. */
function isPast({ config: { genesis_time, period } }: BeaconNeeds, round: bigint, number: number, timestampMs: number): boolean {
  if (period === 0) return round <= BigInt(number);
  return (BigInt(genesis_time) + (round - 1n) * BigInt(period)) * 1000n <= BigInt(timestampMs);
}

/** returns: what is wrong with the line, when something is */
function readPulse(line: string): Pulse | string {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  if (typeof given !== 'object' || given === null) return 'is no object';
  const { round, randomness, signature } = given as Readonly<Record<string, unknown>>;
  if (!isRound(round)) return 'has no round';
  const signed = bytesOf(signature, 48);
  if (signed === undefined) return 'has no signature of 48 bytes';
  const expected = new Uint8Array(createHash('sha256').update(signed).digest());
  const random = randomness === undefined ? expected : bytesOf(randomness, 32);
  if (random === undefined || !bytesEqual(random, expected)) return 'has randomness that is not the hash of its signature';
  return { round: BigInt(round), randomness: random, signature: signed };
}

const isRound = (round: unknown): round is number => typeof round === 'number' && Number.isSafeInteger(round) && round > 0 && BigInt(round) <= U64_MAX;

function bytesOf(hex: unknown, length: number): Uint8Array | undefined {
  const bytes = typeof hex === 'string' ? tryHexToBytes(hex) : undefined;
  return bytes?.length === length ? bytes : undefined;
}
