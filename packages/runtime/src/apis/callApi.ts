/** All runtime API methods by name, and the door through which bytes come and go. */

import { struct, tryDecode, encode, CannotDecode } from '@taonet/codec';
import { chainMethods } from './chain.ts';
import { consensusMethods } from './consensus.ts';
import { delegateInfoMethods } from './delegateInfo.ts';
import { ethereumMethods } from './ethereum.ts';
import { genesisBuilderMethods } from './genesisBuilder.ts';
import type { BoundMethod } from './handlers.ts';
import { neuronInfoMethods } from './neuronInfo.ts';
import { proxyFilterMethods } from './proxyFilter.ts';
import { shieldMethods } from './shield.ts';
import { stakeInfoMethods } from './stakeInfo.ts';
import { subnetMethods } from './subnetMethods.ts';
import { swapMethods } from './swap.ts';
import { transactionMethods } from './transactions.ts';
import type { ViewCtx } from './viewCtx.ts';

/** Everything that only reads, as `Trait_method`. */
export const apis = {
  ...chainMethods,
  ...consensusMethods,
  ...genesisBuilderMethods,
  ...transactionMethods,
  ...ethereumMethods,
  ...shieldMethods,
  ...delegateInfoMethods,
  ...neuronInfoMethods,
  ...subnetMethods,
  ...stakeInfoMethods,
  ...proxyFilterMethods,
  ...swapMethods,
};
export type ApiName = keyof typeof apis;

/** Why a call was not answered. `message` is what upstream's node tells. */
export class ApiFault {
  readonly code: 'UnknownMethod' | 'BadArguments';
  readonly message: string;

  constructor(code: ApiFault['code'], message: string) {
    this.code = code;
    this.message = message;
    Object.freeze(this);
  }
}

function methodNamed(name: string): BoundMethod | undefined {
  return Object.hasOwn(apis, name) ? (apis as Readonly<Record<string, BoundMethod>>)[name] : undefined;
}

/**
 * Answers a `state_call`: arguments and result as SCALE. Methods that execute come from `ctx.execution`.
 *
 * argsBytes: as upstream does, bytes after the last argument do not fit
 */
export function callApi(ctx: ViewCtx, name: string, argsBytes: Uint8Array): Uint8Array | ApiFault {
  const method = methodNamed(name);
  if (method !== undefined) return callMethod(ctx, name, method, argsBytes);
  const execution = ctx.execution;
  if (execution !== undefined && Object.hasOwn(execution, name)) return execution[name]!(ctx, argsBytes);
  return new ApiFault('UnknownMethod', `Exported method ${name} is not found`);
}

function callMethod(ctx: ViewCtx, name: string, { decl, run, encoded }: BoundMethod, argsBytes: Uint8Array): Uint8Array | ApiFault {
  const args = tryDecode(struct('', decl.args), argsBytes, { build: ctx.build });
  if (args instanceof CannotDecode) return badArguments(name, args);
  const answer = run(ctx, args);
  if (answer instanceof CannotDecode) return badArguments(name, answer);
  return encoded === true ? (answer as Uint8Array) : encode(decl.result, answer);
}

function badArguments(name: string, { expected, offset }: CannotDecode): ApiFault {
  return new ApiFault('BadArguments', `Bad input data provided to ${name}: ${expected} at byte ${offset}`);
}
