/** A transaction that is in a block and went through. */

import type { BlockRef } from '../client/view.ts';
import type { Events } from '../client/events.ts';
import type { EventData, EventName } from '../typed/surfaces.ts';
import { Tao } from '../units.ts';

export interface ReceiptParts {
  readonly call: string;
  readonly hash: string;
  readonly block: BlockRef;
  readonly index: number;
  readonly events: Events;
  readonly isFinal: boolean;
  readonly envelope?: Receipt | undefined;
}

export class Receipt {
  /** `Pallet.call` */
  readonly call: string;
  /** Of the transaction, in hex. */
  readonly hash: string;
  readonly block: BlockRef;
  /** Number of the extrinsic in its block. */
  readonly index: number;
  /** What it caused, in order. */
  readonly events: Events;
  /** What it cost besides what it moved. */
  readonly fee: Tao;
  /** Whether the block was final when the receipt was made. */
  readonly isFinal: boolean;
  /** Of the envelope, when it was sent with `shield`; its fee comes on top. */
  readonly envelope: Receipt | undefined;

  constructor({ call, hash, block, index, events, isFinal, envelope }: ReceiptParts) {
    this.call = call;
    this.hash = hash;
    this.block = block;
    this.index = index;
    this.events = events;
    this.isFinal = isFinal;
    this.envelope = envelope;
    this.fee = new Tao(events.find('TransactionPayment.TransactionFeePaid')?.actual_fee ?? 0n);
  }

  /** What the first event of this name carries. */
  find<const N extends EventName>(name: N): EventData<N> | undefined {
    return this.events.find(name);
  }

  /** What all events of this name carry. */
  all<const N extends EventName>(name: N): EventData<N>[] {
    return this.events.all(name);
  }

  has(name: EventName): boolean {
    return this.events.has(name);
  }

  toString(): string {
    return `${this.call} in block ${this.block.number}, extrinsic ${this.index}, fee ${this.fee.toString()}`;
  }
}
