/** Storage keys, values and events in words, for reports of what went wrong. */

import { decode, fieldsCodec, Reader, type AnyKeyPart, type PalletDecl } from '@taonet/codec';
import { itemPrefix, StorageItem } from '@taonet/frame';
import { hexToBytes, type Hashers } from '@taonet/primitives';

export interface StateDecoder {
  /** `Pallet.Item(keys)`. */
  key(raw: string): string;
  /** The decoded value as JSON text, or its hex. */
  value(rawKey: string, value: Uint8Array | undefined | null): string;
  event(hex: string): string;
}

const spelt = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner instanceof Uint8Array ? `0x${Buffer.from(inner).toString('hex')}` : inner) ?? 'none';

function attempt(work: () => string, otherwise: string): string {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

export function createStateDecoder(hashers: Hashers, pallets: readonly PalletDecl[]): StateDecoder {
  const items = new Map<string, StorageItem<readonly AnyKeyPart[], unknown, 'Optional'>>();
  for (const pallet of pallets) {
    for (const [name, decl] of Object.entries(pallet.storage)) {
      items.set(itemPrefix(hashers, pallet.name, name), new StorageItem(pallet.name, name, decl as never));
    }
  }
  return {
    key(raw) {
      const item = items.get(raw.slice(0, 64));
      if (item === undefined) return raw;
      const keys = attempt(() => item.decodeKey(raw).map(spelt).join(', '), raw.slice(64));
      return `${item.pallet}.${item.name}(${keys})`;
    },
    value(rawKey, value) {
      if (value === undefined || value === null) return 'absent';
      const hex = Buffer.from(value).toString('hex');
      const item = items.get(rawKey.slice(0, 64));
      return item === undefined ? hex : attempt(() => spelt(decode(item.decl.value, value)), hex);
    },
    event(hex) {
      return attempt(() => {
        const reader = new Reader(hexToBytes(hex));
        const [palletIndex, eventIndex] = [reader.byte(), reader.byte()];
        const pallet = pallets.find(({ index }) => index === palletIndex)!;
        const [name, row] = Object.entries(pallet.events).find(([, { index }]) => index === eventIndex)!;
        return `${pallet.name}.${name} ${spelt(fieldsCodec(row.fields).decode(reader))}`;
      }, hex);
    },
  };
}
