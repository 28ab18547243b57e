import { I64F64 } from '@taonet/primitives';
import type { EpochInput, EpochOutput, StoredRow } from '@taonet/yuma';
import type { ArrayName, EpochMemory } from './epochMemory.ts';

/** The epoch's results, out of the kernel's memory. */
export function readOutput(memory: EpochMemory, { neuronCount: n, stakeWeight }: EpochInput): EpochOutput {
  const flags = (name: ArrayName): boolean[] => Array.from(memory.u8(name, n), (flag) => flag !== 0);
  const proportions = (name: ArrayName): number[] => Array.from(memory.u16(name, n));
  const amounts = (name: ArrayName): bigint[] => Array.from(memory.u64(name, n));
  const validatorPermit = flags('newPermits');
  return {
    active: flags('active'),
    stakeWeight: proportions('stake'),
    consensus: proportions('consensus'),
    incentive: proportions('incentive'),
    dividends: proportions('dividends'),
    validatorTrust: proportions('validatorTrust'),
    validatorPermit,
    serverEmission: amounts('serverEmission'),
    validatorEmission: amounts('validatorEmission'),
    combinedEmission: amounts('combinedEmission'),
    bonds: readBonds(memory, validatorPermit),
    stakeRao: stakeWeight.map(I64F64.saturatingToU64),
  };
}

/** Rows of the validators permitted from now on; everybody else's row becomes empty. */
function readBonds(memory: EpochMemory, validatorPermit: readonly boolean[]): StoredRow[] {
  const n = validatorPermit.length;
  const starts = memory.u32('outStarts', n + 1);
  const uids = memory.u16('outUids', starts[n]!);
  const values = memory.u16('outValues', starts[n]!);
  return validatorPermit.map((permit, uid) => (permit ? readRow({ uids, values, start: starts[uid]!, end: starts[uid + 1]! }) : []));
}

/** Written without callbacks: an epoch has tens of thousands of entries. */
function readRow({ uids, values, start, end }: { uids: Uint16Array; values: Uint16Array; start: number; end: number }): StoredRow {
  const row = new Array<readonly [number, number]>(end - start);
  for (let k = start, to = 0; k < end; k++, to++) row[to] = [uids[k]!, values[k]!];
  return row;
}
