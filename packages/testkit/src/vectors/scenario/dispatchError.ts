import { Writer } from '@taonet/codec';
import { bytesToHex, type DispatchError } from '@taonet/primitives';

const KINDS: readonly DispatchError['kind'][] = [
  'Other', 'CannotLookup', 'BadOrigin', 'Module', 'ConsumerRemaining', 'NoProviders', 'TooManyConsumers', 'Token', 'Arithmetic',
  'Transactional', 'Exhausted', 'Corruption', 'Unavailable', 'RootNotAllowed',
];
const TOKENS = [
  'FundsUnavailable', 'OnlyProvider', 'BelowMinimum', 'CannotCreate', 'UnknownAsset', 'Frozen', 'Unsupported', 'CannotCreateHold', 'NotExpendable', 'Blocked',
];
const ARITHMETIC = ['Underflow', 'Overflow', 'DivisionByZero'];
const TRANSACTIONAL = ['LimitReached', 'NoLayer'];

/** SCALE of `sp_runtime::DispatchError` as hex; a module error takes four bytes after the pallet index. */
export function dispatchErrorHex(error: DispatchError): string {
  const writer = new Writer();
  writer.byte(KINDS.indexOf(error.kind));
  if (error.kind === 'Module') {
    writer.byte(error.index);
    writer.uintLe(error.error, 4);
  } else if (error.kind === 'Token') writer.byte(TOKENS.indexOf(error.token));
  else if (error.kind === 'Arithmetic') writer.byte(ARITHMETIC.indexOf(error.arithmetic));
  else if (error.kind === 'Transactional') writer.byte(TRANSACTIONAL.indexOf(error.transactional));
  return bytesToHex(writer.bytes());
}
