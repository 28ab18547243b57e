/** Binds declared errors, events and constants of a pallet for use in its code. */

import { fieldsCodec, forBuild, Writer, type Build, type ByBuild, type ConstantDecl, type FieldsValue, type PalletDecl } from '@taonet/codec';
import { Refusal } from '@taonet/primitives';
import type { EncodedEvent } from './context.ts';

/** `E.NotEnoughStake`: frozen refusals by error name. */
export function bindErrors<const D extends Pick<PalletDecl, 'name' | 'index' | 'errors'>>(pallet: D): { readonly [N in keyof D['errors'] & string]: Refusal } {
  const refusals: Record<string, Refusal> = {};
  for (const name of Object.keys(pallet.errors)) {
    refusals[name] = new Refusal({ kind: 'Module', index: pallet.index, error: pallet.errors[name]! }, `${pallet.name}.${name}`);
  }
  return refusals as { readonly [N in keyof D['errors'] & string]: Refusal };
}

/** `Ev.StakeAdded(fields)`: encoders by event name; the result goes to `ctx.deposit`. */
export type EventsOf<D extends Pick<PalletDecl, 'events'>> = {
  readonly [N in keyof D['events'] & string]: FieldsValue<D['events'][N]['fields']> extends undefined
    ? () => EncodedEvent
    : (value: FieldsValue<D['events'][N]['fields']>) => EncodedEvent;
};

export function bindEvents<const D extends Pick<PalletDecl, 'index' | 'events'>>(pallet: D): EventsOf<D> {
  const makers: Record<string, (value?: unknown) => EncodedEvent> = {};
  for (const name of Object.keys(pallet.events)) {
    const { index, fields } = pallet.events[name]!;
    const codec = fieldsCodec(fields);
    makers[name] = (value) => {
      const writer = new Writer(64);
      writer.byte(pallet.index);
      writer.byte(index);
      codec.encode(writer, value);
      return writer.bytes();
    };
  }
  return makers as EventsOf<D>;
}

type ConstantValue<C> = C extends ConstantDecl<infer V> ? V : never;

/** `C.InitialTempo(ctx)`: constants by name, for the build at hand. */
export type ConstantsOf<D extends Pick<PalletDecl, 'constants'>> = {
  readonly [N in keyof D['constants'] & string]: (ctx: { readonly build: Build }) => ConstantValue<D['constants'][N]>;
};

export function bindConstants<const D extends Pick<PalletDecl, 'constants'>>(pallet: D): ConstantsOf<D> {
  const getters: Record<string, (ctx: { readonly build: Build }) => unknown> = {};
  for (const name of Object.keys(pallet.constants)) {
    const value: unknown = pallet.constants[name]!.value;
    getters[name] = (ctx) => forBuild(value as unknown | ByBuild<unknown>, ctx.build);
  }
  return getters as ConstantsOf<D>;
}
