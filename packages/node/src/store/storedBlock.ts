/** Records of the history log: a block with what it changed, or what a developer changed after it. */

import { bytes, encode, fixedBytes, Reader, readLength, struct, vec, Writer, writeCompact } from '@taonet/codec';
import type { Block, KeyChange } from '@taonet/chain';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { writeValue } from './historyLog.ts';

const stored = struct('', { hash: fixedBytes(32), header: bytes, extrinsics: vec(bytes) });

export interface BlockRecord {
  readonly bytes: Uint8Array;
  /** Where in it the value before of each changed key stands. */
  readonly places: readonly number[];
}

/** Without a block: a developer's changes. */
export function encodeRecord(block: Block | undefined, undo: readonly KeyChange[]): BlockRecord {
  const writer = new Writer(4096);
  writer.byte(block === undefined ? 0 : 1);
  if (block !== undefined) writer.raw(encode(stored, { hash: hexToBytes(block.hash), header: block.header, extrinsics: [...block.extrinsics] }));
  writeCompact(writer, undo.length);
  const places = undo.map(([key, before]) => {
    const keyBytes = hexToBytes(key);
    writeCompact(writer, keyBytes.length);
    writer.raw(keyBytes);
    const place = writer.length;
    writer.raw(writeValue(before));
    return place;
  });
  return { bytes: writer.bytes(), places };
}

/** The block of a record that begins with one. */
export function decodeBlock(number: number, record: Uint8Array): Block {
  const { hash, header, extrinsics } = stored.decode(new Reader(record, 1));
  return { number, hash: bytesToHex(hash), header, extrinsics };
}

/** The changes of any record. */
export function decodeUndo(record: Uint8Array): KeyChange[] {
  const reader = new Reader(record);
  if (reader.byte() === 1) stored.decode(reader);
  return Array.from({ length: readLength(reader, 2) }, () => {
    const key = bytesToHex(bytes.decode(reader));
    const length = reader.uintLe(4);
    return [key, length === 0xffff_ffff ? null : reader.raw(length)] as const;
  });
}
