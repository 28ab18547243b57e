/** The call inside an extrinsic, whoever signed it. */

import { extrinsic as extrinsicWithLength, type RuntimeCall } from '@taonet/abi';
import { CannotDecode, tryDecode, writeCompact, Writer } from '@taonet/codec';
import type { ViewCtx } from './viewCtx.ts';

/** An extrinsic's call and how it came. */
export interface ExtrinsicCall {
  readonly call: RuntimeCall;
  /** Bare extrinsics have no signer and pay nothing. */
  readonly bare: boolean;
}

/** Reads the bytes after an extrinsic's length prefix. */
export function tryReadCall({ build }: Pick<ViewCtx, 'build'>, body: Uint8Array): ExtrinsicCall | CannotDecode {
  const whole = new Writer(body.length + 4);
  writeCompact(whole, body.length);
  whole.raw(body);
  const extrinsic = tryDecode(extrinsicWithLength, whole.bytes(), { build });
  if (extrinsic instanceof CannotDecode) return extrinsic;
  return { call: extrinsic.call as RuntimeCall, bare: extrinsic.preamble.kind === 'bare' };
}
