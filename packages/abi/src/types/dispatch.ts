/** Why a dispatch was refused, in the value form of package primitives. source: sp_runtime/src/lib.rs, DispatchError of polkadot-sdk @ 7cc54bf */

import { fixedBytes, plainEnum, result, row, spelled, struct, u8, unit, variant, type Spelled } from '@taonet/codec';
import type { DispatchError } from '@taonet/primitives';

export const tokenError = plainEnum('sp_runtime::TokenError', {
  FundsUnavailable: 0,
  OnlyProvider: 1,
  BelowMinimum: 2,
  CannotCreate: 3,
  UnknownAsset: 4,
  Frozen: 5,
  Unsupported: 6,
  CannotCreateHold: 7,
  NotExpendable: 8,
  Blocked: 9,
});

export const arithmeticError = plainEnum('sp_arithmetic::ArithmeticError', { Underflow: 0, Overflow: 1, DivisionByZero: 2 });
export const transactionalError = plainEnum('sp_runtime::TransactionalError', { LimitReached: 0, NoLayer: 1 });

export const trieError = plainEnum('sp_runtime::proving_trie::TrieError', {
  InvalidStateRoot: 0,
  IncompleteDatabase: 1,
  ValueAtIncompleteKey: 2,
  DecoderError: 3,
  InvalidHash: 4,
  DuplicateKey: 5,
  ExtraneousNode: 6,
  ExtraneousValue: 7,
  ExtraneousHashReference: 8,
  InvalidChildReference: 9,
  ValueMismatch: 10,
  IncompleteProof: 11,
  RootMismatch: 12,
  DecodeError: 13,
});

/** Pallet index and the error's own bytes, of which upstream's pallets use the first. */
export const moduleError = struct('sp_runtime::ModuleError', {
  index: u8,
  error: { ...fixedBytes(4), typeName: '[u8; MAX_MODULE_ERROR_ENCODED_SIZE]' },
});

const wire = variant('sp_runtime::DispatchError', {
  Other: row(0),
  CannotLookup: row(1),
  BadOrigin: row(2),
  Module: row(3, [moduleError]),
  ConsumerRemaining: row(4),
  NoProviders: row(5),
  TooManyConsumers: row(6),
  Token: row(7, [tokenError]),
  Arithmetic: row(8, [arithmeticError]),
  Transactional: row(9, [transactionalError]),
  Exhausted: row(10),
  Corruption: row(11),
  Unavailable: row(12),
  RootNotAllowed: row(13),
  Trie: row(14, [trieError]),
});

/** `DispatchError` as `{ kind, … }`; of a module error's four bytes the first is the error's index. */
export const dispatchError: Spelled<DispatchError> = {
  typeName: 'DispatchError',
  type: wire.type,
  encode: (writer, error) => {
    switch (error.kind) {
      case 'Module': return wire.encode(writer, {
        type: 'Module',
        value: { index: error.index, error: Uint8Array.of(error.error, 0, 0, 0) },
      });
      case 'Token': return wire.encode(writer, { type: 'Token', value: error.token });
      case 'Arithmetic': return wire.encode(writer, { type: 'Arithmetic', value: error.arithmetic });
      case 'Transactional': return wire.encode(writer, { type: 'Transactional', value: error.transactional });
      default: return wire.encode(writer, { type: error.kind });
    }
  },
  decode: (reader) => {
    const error = wire.decode(reader);
    switch (error.type) {
      case 'Module': {
        if (error.value.error.subarray(1).some((byte) => byte !== 0)) reader.fail('a module error of one byte');
        return { kind: 'Module', index: error.value.index, error: error.value.error[0]! };
      }
      case 'Token': return { kind: 'Token', token: error.value };
      case 'Arithmetic': return { kind: 'Arithmetic', arithmetic: error.value };
      case 'Transactional': return { kind: 'Transactional', transactional: error.value };
      case 'Trie': return reader.fail('a dispatch error that this runtime gives');
      default: return { kind: error.type };
    }
  },
};

/** How an inner dispatch ended. */
export const dispatchResult = spelled(result(unit, dispatchError), 'DispatchResult');
