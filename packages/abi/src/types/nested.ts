/** Calls and events inside other values. The codecs of the whole runtime are tied in when they exist. */

import { boxed, resolveType, spelled, type AnyCodec, type Codec, type PalletItem, type TypeDef } from '@taonet/codec';
import { defect } from '@taonet/primitives';

/** A decoded call or event: pallet, then call or event, then its fields. */
export interface NestedItem {
  readonly type: string;
  readonly value: PalletItem;
}

/** A codec known later. Boxes and vectors around it count as levels of nesting. */
class Later implements Codec<NestedItem> {
  #codec: AnyCodec | undefined;
  readonly type = (): TypeDef => resolveType(this.#tied().type);

  #tied(): AnyCodec {
    if (this.#codec === undefined) throw defect('CodecNotTied', {});
    return this.#codec;
  }

  tie(codec: AnyCodec): void {
    this.#codec = codec;
  }

  readonly encode: Codec<NestedItem>['encode'] = (writer, value) => {
    this.#tied().encode(writer, value);
  };

  readonly decode: Codec<NestedItem>['decode'] = (reader) => this.#tied().decode(reader) as NestedItem;
}

const call = new Later();
const event = new Later();

/** `RuntimeCall` as an argument of another call. */
export const nestedCall: Codec<NestedItem> = call;
export const boxedRuntimeCall = spelled(boxed(nestedCall), 'Box<<T as Config>::RuntimeCall>');
/** How May 2025 spelled the call inside SubtensorModule.sudo. */
export const boxedSudoCall = spelled(boxed(nestedCall), 'Box<T::SudoRuntimeCall>');
export const tAsConfigRuntimeCall = spelled(nestedCall, '<T as Config>::RuntimeCall');
/** `RuntimeEvent` inside an event record. */
export const nestedEvent: Codec<NestedItem> = event;

/** Called once, where the codecs of all pallets are put together. */
export function tieNested(runtimeCall: AnyCodec, runtimeEvent: AnyCodec): void {
  call.tie(runtimeCall);
  event.tie(runtimeEvent);
}

/** The runtime itself as a type parameter. */
export const runtimeMarker: Codec<undefined> = {
  type: { kind: 'composite', path: ['node_subtensor_runtime', 'Runtime'], fields: [] },
  encode: () => undefined,
  decode: () => undefined,
};
