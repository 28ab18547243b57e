/** The events of the block under construction, in order, with the phase each belongs to; rolled back with the storage layers. */

import { Writer, writeCompact } from '@taonet/codec';
import type { EncodedEvent } from '../context.ts';
import type { Rewindable } from '../state/overlay.ts';

export type Phase = { readonly kind: 'initialization' } | { readonly kind: 'extrinsic'; readonly index: number } | { readonly kind: 'finalization' };

export interface EventRecord {
  readonly phase: Phase;
  readonly event: EncodedEvent;
}

const PHASE_EXTRINSIC = 0;
const PHASE_FINALIZATION = 1;
const PHASE_INITIALIZATION = 2;

/** SCALE bytes of `frame_system::Phase`. */
export function encodePhase(phase: Phase): Uint8Array {
  const writer = new Writer(5);
  writePhase(writer, phase);
  return writer.bytes();
}

function writePhase(writer: Writer, phase: Phase): void {
  switch (phase.kind) {
    case 'extrinsic':
      writer.byte(PHASE_EXTRINSIC);
      return writer.uintLe(phase.index, 4);
    case 'finalization':
      return writer.byte(PHASE_FINALIZATION);
    case 'initialization':
      return writer.byte(PHASE_INITIALIZATION);
  }
}

export class EventList implements Rewindable {
  phase: Phase = { kind: 'initialization' };
  readonly #records: EventRecord[] = [];

  get records(): readonly EventRecord[] {
    return this.#records;
  }

  push(event: EncodedEvent): void {
    this.#records.push({ phase: this.phase, event });
  }

  mark(): number {
    return this.#records.length;
  }

  rewind(mark: number): void {
    this.#records.length = mark;
  }

  /** `Vec<EventRecord>`; no event of this chain has topics. */
  encode(): Uint8Array {
    const writer = new Writer(1024);
    writeCompact(writer, this.#records.length);
    for (const { phase, event } of this.#records) {
      writePhase(writer, phase);
      writer.raw(event);
      writer.byte(0);
    }
    return writer.bytes();
  }
}
