/** Counts the storage reads and writes a call is charged for, where upstream counts them while it runs. */

import type { PostInfo } from '@taonet/frame';
import { READ_REF_TIME, WRITE_REF_TIME } from '../../weights/weightRow.ts';

export class StorageTally {
  #reads = 0;
  #writes = 0;

  /** `times` × so many reads and writes. These are upstream's figures, not what is really read. */
  add(reads: number, writes: number, times = 1): void {
    this.#reads += reads * times;
    this.#writes += writes * times;
  }

  /** The call weighed this much. */
  postInfo(): PostInfo {
    return { actualWeight: { refTime: BigInt(this.#reads) * READ_REF_TIME + BigInt(this.#writes) * WRITE_REF_TIME, proofSize: 0n } };
  }
}
