/** The one place that lists what the chain is made of: pallets in the order of their hooks, rules for calls and transactions. */

import { multiAddress, multiSignature, runtimeCall, type MultiAddress, type MultiSignature } from '@taonet/abi';
import type { Build, Codec } from '@taonet/codec';
import type { CallHandler, Hooks, PalletBehaviour, RuntimeCall, RuntimeSpec } from '@taonet/frame';
import { ensure, refuse, type Crypto } from '@taonet/primitives';
import { passesBaseFilter } from './callFilter.ts';
import { createTransactionExtensions } from './extensions/transactionExtensions.ts';
import { verifySignature } from './extensions/verifySignature.ts';
import { BLOCK_LIMITS } from './limits.ts';
import { calls as adminUtils } from './pallets/adminUtils/calls.ts';
import { hooks as auraHooks } from './pallets/aura/hooks.ts';
import { calls as balances } from './pallets/balances/calls.ts';
import { hooks as baseFeeHooks } from './pallets/baseFee/hooks.ts';
import { hooks as commitmentsHooks } from './pallets/commitments/hooks.ts';
import { hooks as contractsHooks } from './pallets/contracts/hooks.ts';
import { hooks as ethereumHooks } from './pallets/ethereum/hooks.ts';
import { hooks as grandpaHooks } from './pallets/grandpa/hooks.ts';
import { calls as mevShield } from './pallets/mevShield/calls.ts';
import { hooks as mevShieldHooks } from './pallets/mevShield/hooks.ts';
import { hooks as proxyHooks } from './pallets/proxy/hooks.ts';
import { hooks as randomnessHooks } from './pallets/randomnessCollectiveFlip/hooks.ts';
import { hooks as safeModeHooks } from './pallets/safeMode/hooks.ts';
import { hooks as schedulerHooks } from './pallets/scheduler/hooks.ts';
import { calls as subtensor } from './pallets/subtensor/calls.ts';
import { subtensorGuards } from './pallets/subtensor/guards/subtensorGuards.ts';
import { onInitialize as subtensorOnInitialize } from './pallets/subtensor/hooks.ts';
import { calls as sudo } from './pallets/sudo/calls.ts';
import { calls as swap } from './pallets/swap/calls.ts';
import { systemPort } from './pallets/system/bookkeeping.ts';
import { calls as system } from './pallets/system/calls.ts';
import { tryLookup } from './pallets/system/lookup.ts';
import { E as SystemError } from './pallets/system/pallet.ts';
import { calls as timestamp } from './pallets/timestamp/calls.ts';
import { hooks as timestampHooks } from './pallets/timestamp/hooks.ts';
import { hooks as transactionPaymentHooks } from './pallets/transactionPayment/hooks.ts';
import { calls as utility } from './pallets/utility/calls.ts';
import { dispatchInfoOf } from './weights/callWeights.ts';

export type Spec = RuntimeSpec<MultiAddress, MultiSignature>;

type Handlers = PalletBehaviour['calls'];

function pallet(name: string, parts: { readonly calls?: object; readonly hooks?: Hooks; readonly inherent?: string } = {}): PalletBehaviour {
  const { inherent } = parts;
  return {
    name,
    calls: (parts.calls ?? {}) as Handlers,
    hooks: parts.hooks ?? {},
    ...(inherent === undefined ? {} : { isInherent: (call) => call.type === inherent }),
  };
}

/** In the order of construct_runtime. Pallets without behaviour of their own are left out. */
const PALLETS: readonly PalletBehaviour[] = [
  pallet('System', { calls: system }),
  pallet('RandomnessCollectiveFlip', { hooks: randomnessHooks }),
  pallet('Timestamp', { calls: timestamp, hooks: timestampHooks, inherent: 'set' }),
  pallet('Aura', { hooks: auraHooks }),
  pallet('Grandpa', { hooks: grandpaHooks }),
  pallet('Balances', { calls: balances }),
  pallet('TransactionPayment', { hooks: transactionPaymentHooks }),
  pallet('SubtensorModule', { calls: subtensor, hooks: { onInitialize: subtensorOnInitialize } }),
  pallet('Utility', { calls: utility }),
  pallet('Sudo', { calls: sudo }),
  pallet('Scheduler', { hooks: schedulerHooks }),
  pallet('Proxy', { hooks: proxyHooks }),
  pallet('Commitments', { hooks: commitmentsHooks }),
  pallet('AdminUtils', { calls: adminUtils }),
  pallet('SafeMode', { hooks: safeModeHooks }),
  pallet('Ethereum', { hooks: ethereumHooks }),
  pallet('BaseFee', { hooks: baseFeeHooks }),
  pallet('Swap', { calls: swap }),
  pallet('Contracts', { hooks: contractsHooks }),
  pallet('MevShield', { calls: mevShield, hooks: mevShieldHooks, inherent: 'announce_next_key' }),
];

const HANDLERS = new Map<string, Handlers>(PALLETS.map(({ name, calls }) => [name, calls]));

export interface SpecOptions {
  /** Hash of the metadata that transactions may carry; undefined where it is not known. */
  readonly metadataHash?: Uint8Array | undefined;
}

/** Calls of a build: without feature pow-faucet the faucet does not decode. */
function callsOf(build: Build): Codec<RuntimeCall> {
  if (build.powFaucet) return runtimeCall;
  return {
    type: runtimeCall.type,
    encode: (writer, call) => runtimeCall.encode(writer, call),
    decode: (reader) => {
      const call = runtimeCall.decode(reader);
      return call.type === 'SubtensorModule' && call.value.type === 'faucet' ? reader.fail('a call of this build') : call;
    },
  };
}

/** The chain's rules for one of upstream's builds. */
export function createSpec(build: Build, crypto: Crypto, options: SpecOptions = {}): Spec {
  const extensions = createTransactionExtensions(options.metadataHash);
  const format: Spec['format'] = { address: multiAddress, signature: multiSignature, call: callsOf(build), extensions };
  return {
    build,
    crypto,
    pallets: PALLETS,
    system: systemPort,
    limits: BLOCK_LIMITS,
    format,
    extensions,
    handlerOf: ({ type, value }) => HANDLERS.get(type)?.[value.type] as CallHandler<never> | undefined,
    ensureCallAllowed: (ctx, call) => ensure(passesBaseFilter(ctx, call), SystemError.CallFiltered, { call: `${call.type}.${call.value.type}` }),
    refuseFiltered: () => refuse(SystemError.CallFiltered),
    guard: (ctx, who, call) => subtensorGuards(ctx, { kind: 'signed', who }, call),
    refuseUnsupported: (call) => refuse(SystemError.CallFiltered, { unsupported: `${call.type}.${call.value.type}` }),
    dispatchInfo: (ctx, call) => dispatchInfoOf(call, ctx),
    lookup: tryLookup,
    verifySignature: (signature, message, signer) => verifySignature(crypto, { signature, message, signer }),
  };
}

