/** Events of a block, decoded by the runtime that made it. */

import type { EventData, EventName, ChainEvent } from '../typed/surfaces.ts';
import type { Runtime } from '../scale/runtime.ts';

interface EventRecord {
  readonly phase: { readonly type: string; readonly value?: number };
  readonly event: { readonly type: string; readonly value: { readonly type: string; readonly value?: unknown } };
}

/** Events in the order in which they happened. */
export class Events implements Iterable<ChainEvent> {
  readonly list: readonly ChainEvent[];

  constructor(list: readonly ChainEvent[]) {
    this.list = list;
  }

  get length(): number {
    return this.list.length;
  }

  [Symbol.iterator](): Iterator<ChainEvent> {
    return this.list[Symbol.iterator]();
  }

  /** What the first event of this name carries. */
  find<const N extends EventName>(name: N): EventData<N> | undefined {
    return this.list.find((event) => event.name === name)?.data as EventData<N> | undefined;
  }

  /** What all events of this name carry. */
  all<const N extends EventName>(name: N): EventData<N>[] {
    return this.list.filter((event) => event.name === name).map(({ data }) => data as EventData<N>);
  }

  has(name: EventName): boolean {
    return this.list.some((event) => event.name === name);
  }

  /** Those that one extrinsic caused. */
  of(extrinsic: number): Events {
    return new Events(this.list.filter((event) => event.extrinsic === extrinsic));
  }
}

/** Of what `System.Events` holds. */
export function decodeEvents(runtime: Runtime, hex: string | null): Events {
  const records = runtime.storage('System', 'Events').decodeValue(hex) as readonly EventRecord[];
  return new Events(records.map(({ phase, event }) => ({
    name: `${event.type}.${event.value.type}`,
    data: event.value.value,
    extrinsic: phase.type === 'ApplyExtrinsic' ? phase.value : undefined,
  } as ChainEvent)));
}
