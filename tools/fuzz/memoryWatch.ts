/**
 * Whether what is alive in a node's process stays within bounds. Measured between bursts, after garbage was collected: objects and
 * buffers, without the state at the head, which is kept in memory by design and grows with what genuine extrinsics write.
 *
 * Blocks and history do not count as an excuse: the nodes keep them on disk, with the newest in memory up to a limit.
 * What may fill up, each to a limit of its own, and then stays as it is:
 *   the pool 22 MB and about 1.5 KB for each of 9011 transactions · remembered storage keys 40 MB · decoded extrinsics 2 × 20 MB ·
 *   checked signatures 3 MB · bans 2 MB · the newest 256 blocks, seldom above 10 MB · compiled code 20 MB
 *
 * Two things must hold. From the second quarter of the run on, warm by then, the least alive in a quarter may rise by a few MB only, which is
 * some hundred bytes per request and less than a block with its changes takes. Where no blocks are made the pool may fill besides; the
 * same cases run against the nodes that make blocks, where it may not. And at no time is more alive than at the start plus all limits.
 */

const WINDOWS = 4;
/** From the second quarter to the last. */
const LATE_GROWTH_MB = 24;
/** Besides that where no block is ever made: there the pool fills to its limit all through a run. Elsewhere each burst ends with an emptied one. */
const POOL_MB = 36;
/** Since the first sample. */
const LIMITS_MB = 150;
/** With requests and answers under way, up to 15 MB each. */
const RESIDENT_MB = 2500;
/** Key, cell, place in the order of keys, nodes of the trie. */
const STATE_KEY_BYTES = 1500;
const MB = 1024 * 1024;

/** A look between two bursts. */
export interface MemorySample {
  readonly aliveMb: number;
  /** The state at the head. */
  readonly state: { readonly keys: number; readonly bytes: number };
  readonly cases: number;
  readonly blocks: number;
}

const besidesState = ({ aliveMb, state }: MemorySample): number => aliveMb - (state.keys * STATE_KEY_BYTES + state.bytes) / MB;

export class MemoryWatch {
  readonly #samples: MemorySample[] = [];
  readonly #lateGrowthMb: number;

  constructor({ poolFills }: { readonly poolFills: boolean }) {
    this.#lateGrowthMb = LATE_GROWTH_MB + (poolFills ? POOL_MB : 0);
  }

  /** Most resident memory seen. */
  highest = 0;

  note(residentMb: number | undefined): void {
    this.highest = Math.max(this.highest, Math.round(residentMb ?? 0));
  }

  noteLive(sample: MemorySample): void {
    this.#samples.push(sample);
  }

  get latest(): number | undefined {
    return this.#samples.at(-1)?.aliveMb;
  }

  /** Whether there are samples enough. */
  get canTell(): boolean {
    return this.#samples.length >= WINDOWS;
  }

  /** The leanest sample in each quarter of the run. */
  #quarters(): MemorySample[] {
    const size = Math.floor(this.#samples.length / WINDOWS);
    if (size === 0) return [];
    return Array.from({ length: WINDOWS }, (_, i) =>
      this.#samples.slice(i * size, i === WINDOWS - 1 ? undefined : (i + 1) * size).reduce((least, one) => (besidesState(one) < besidesState(least) ? one : least)));
  }

  /** In words, with growth per case and per block since the second quarter. */
  summary(): string {
    const quarters = this.#quarters();
    if (quarters.length === 0) return 'too short a run to tell what stays alive';
    const [second, last] = [quarters[1]!, quarters.at(-1)!];
    const grownBytes = (besidesState(last) - besidesState(second)) * MB;
    const per = (count: number, what: string): string => (count > 0 ? `, ${Math.round(grownBytes / count)} bytes per ${what}` : '');
    return `alive at least, in each quarter of the run, without the state: ${quarters.map((one) => besidesState(one).toFixed(1)).join(', ')} MB`
      + ` (since the second${per(last.cases - second.cases, 'case')}${per(last.blocks - second.blocks, 'block')}); state of ${last.state.keys} keys`;
  }

  /** What is wrong. */
  wrong(): string | undefined {
    if (this.highest > RESIDENT_MB) return `${this.highest} MB of memory`;
    const quarters = this.#quarters();
    if (quarters.length === 0) return undefined;
    const [second, last] = [besidesState(quarters[1]!), besidesState(quarters.at(-1)!)];
    if (last - second > this.#lateGrowthMb) return `memory grows when everything is warm: ${this.summary()}`;
    if (last - besidesState(this.#samples[0]!) > LIMITS_MB) return `more is alive than limits allow: ${this.summary()}`;
    return undefined;
  }
}
