/** Utility: calls. */

import { boxed, callDecl, spelled, u16, vec } from '@taonet/codec';
import { boxedRuntimeCall, tAsConfigRuntimeCall } from '../types/nested.ts';
import { originCaller } from '../types/origin.ts';
import { weight } from '../types/weight.ts';

export const calls = {
  batch: callDecl(0, { calls: vec(tAsConfigRuntimeCall) }),
  as_derivative: callDecl(1, { index: u16, call: boxedRuntimeCall }),
  batch_all: callDecl(2, { calls: vec(tAsConfigRuntimeCall) }),
  dispatch_as: callDecl(3, { as_origin: spelled(boxed(originCaller), 'Box<T::PalletsOrigin>'), call: boxedRuntimeCall }),
  force_batch: callDecl(4, { calls: vec(tAsConfigRuntimeCall) }),
  with_weight: callDecl(5, { call: boxedRuntimeCall, weight }),
  if_else: callDecl(6, { main: boxedRuntimeCall, fallback: boxedRuntimeCall }),
  dispatch_as_fallible: callDecl(7, { as_origin: spelled(boxed(originCaller), 'Box<T::PalletsOrigin>'), call: boxedRuntimeCall }),
} as const;
