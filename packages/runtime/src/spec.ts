/** The one place that lists what the chain is made of: pallets in the order of their hooks, rules for calls and transactions. */

import { multiAddress, multiSignature, runtimeCall, type MultiAddress, type MultiSignature } from '@taonet/abi';
import type { Build } from '@taonet/codec';
import { ExtrinsicReader, invalid, type Hooks, type PalletBehaviour, type RuntimeCall, type RuntimeSpec } from '@taonet/frame';
import { refuse, type Crypto } from '@taonet/primitives';
import { computeEpoch, type EpochKernel } from '@taonet/yuma';
import { passesBaseFilter } from './callFilter.ts';
import { createTransactionExtensions } from './extensions/transactionExtensions.ts';
import { verifySignature } from './extensions/verifySignature.ts';
import { BLOCK_LIMITS } from './limits.ts';
import { calls as adminUtils } from './pallets/adminUtils/calls.ts';
import { hooks as auraHooks } from './pallets/aura/hooks.ts';
import { calls as balances } from './pallets/balances/calls.ts';
import { calls as baseFee } from './pallets/baseFee/calls.ts';
import { hooks as baseFeeHooks } from './pallets/baseFee/hooks.ts';
import { calls as commitments } from './pallets/commitments/calls.ts';
import { hooks as commitmentsHooks } from './pallets/commitments/hooks.ts';
import { calls as contracts } from './pallets/contracts/calls.ts';
import { hooks as contractsHooks } from './pallets/contracts/hooks.ts';
import { calls as crowdloan } from './pallets/crowdloan/calls.ts';
import { calls as drand } from './pallets/drand/calls.ts';
import { validateUnsigned as validateUnsignedOfDrand } from './pallets/drand/validateUnsigned.ts';
import { hooks as ethereumHooks } from './pallets/ethereum/hooks.ts';
import { calls as evm } from './pallets/evm/calls.ts';
import { calls as grandpa } from './pallets/grandpa/calls.ts';
import { hooks as grandpaHooks } from './pallets/grandpa/hooks.ts';
import { calls as limitOrders } from './pallets/limitOrders/calls.ts';
import { calls as mevShield } from './pallets/mevShield/calls.ts';
import { hooks as mevShieldHooks } from './pallets/mevShield/hooks.ts';
import { calls as multisig } from './pallets/multisig/calls.ts';
import { calls as preimage } from './pallets/preimage/calls.ts';
import { calls as proxy } from './pallets/proxy/calls.ts';
import { hooks as proxyHooks } from './pallets/proxy/hooks.ts';
import { hooks as randomnessHooks } from './pallets/randomnessCollectiveFlip/hooks.ts';
import { calls as rules } from './pallets/rules/calls.ts';
import { hooks as rulesHooks } from './pallets/rules/hooks.ts';
import { calls as safeMode } from './pallets/safeMode/calls.ts';
import { hooks as safeModeHooks } from './pallets/safeMode/hooks.ts';
import { calls as scheduler } from './pallets/scheduler/calls.ts';
import { hooks as schedulerHooks } from './pallets/scheduler/hooks.ts';
import { calls as sudo } from './pallets/sudo/calls.ts';
import { calls as swap } from './pallets/swap/calls.ts';
import { systemPort } from './pallets/system/bookkeeping.ts';
import { calls as system } from './pallets/system/calls.ts';
import { tryLookup } from './pallets/system/lookup.ts';
import { E as SystemError } from './pallets/system/pallet.ts';
import { validateUnsigned as validateUnsignedOfSystem } from './pallets/system/validateUnsigned.ts';
import { calls as timestamp } from './pallets/timestamp/calls.ts';
import { hooks as timestampHooks } from './pallets/timestamp/hooks.ts';
import { hooks as transactionPaymentHooks } from './pallets/transactionPayment/hooks.ts';
import { calls as utility } from './pallets/utility/calls.ts';
import { governanceHandler } from './rules/governance.ts';
import { june2026 } from './rules/june2026.ts';
import { powHandler } from './rules/powRegistration/allowWork.ts';
import { ruleSetOf } from './rules/ruleSetOf.ts';

export type Spec = RuntimeSpec<MultiAddress, MultiSignature>;

type Handlers = PalletBehaviour['calls'];

interface Parts {
  readonly calls?: object;
  readonly hooks?: Hooks;
  /** The call that a block's author puts into each block. */
  readonly inherent?: string;
  readonly validateUnsigned?: PalletBehaviour['validateUnsigned'];
}

function pallet(name: string, { calls, hooks, inherent, validateUnsigned }: Parts): PalletBehaviour {
  return {
    name,
    calls: (calls ?? {}) as Handlers,
    hooks: hooks ?? {},
    ...(inherent === undefined ? {} : { isInherent: (call) => call.type === inherent }),
    ...(validateUnsigned === undefined ? {} : { validateUnsigned }),
  };
}

/** In the order of construct_runtime, after the choice of rules. Pallets without behaviour of their own are left out. */
const PALLETS: readonly PalletBehaviour[] = [
  pallet('Rules', { calls: rules, hooks: rulesHooks }),
  pallet('System', { calls: system, validateUnsigned: validateUnsignedOfSystem }),
  pallet('RandomnessCollectiveFlip', { hooks: randomnessHooks }),
  pallet('Timestamp', { calls: timestamp, hooks: timestampHooks, inherent: 'set' }),
  pallet('Aura', { hooks: auraHooks }),
  // Reports of equivocation cannot be made on this chain: their proof is an empty type.
  pallet('Grandpa', { calls: grandpa, hooks: grandpaHooks, validateUnsigned: (_ctx, _source, { type }) => invalid('Call', { call: `Grandpa.${type}` }) }),
  pallet('Balances', { calls: balances }),
  pallet('TransactionPayment', { hooks: transactionPaymentHooks }),
  // Its calls and hooks are the rule set's.
  pallet('SubtensorModule', { calls: june2026.calls['SubtensorModule']! }),
  pallet('Utility', { calls: utility }),
  pallet('Sudo', { calls: sudo }),
  pallet('Multisig', { calls: multisig }),
  pallet('Preimage', { calls: preimage }),
  pallet('Scheduler', { calls: scheduler, hooks: schedulerHooks }),
  pallet('Proxy', { calls: proxy, hooks: proxyHooks }),
  pallet('Commitments', { calls: commitments, hooks: commitmentsHooks }),
  pallet('AdminUtils', { calls: adminUtils }),
  pallet('SafeMode', { calls: safeMode, hooks: safeModeHooks }),
  pallet('Ethereum', { hooks: ethereumHooks }),
  pallet('EVM', { calls: evm }),
  pallet('BaseFee', { calls: baseFee, hooks: baseFeeHooks }),
  pallet('Drand', { calls: drand, validateUnsigned: validateUnsignedOfDrand }),
  pallet('Crowdloan', { calls: crowdloan }),
  pallet('Swap', { calls: swap }),
  pallet('Contracts', { calls: contracts, hooks: contractsHooks }),
  pallet('MevShield', { calls: mevShield, hooks: mevShieldHooks, inherent: 'announce_next_key' }),
  pallet('LimitOrders', { calls: limitOrders }),
];

const HANDLERS = new Map<string, Handlers>(PALLETS.map(({ name, calls }) => [name, calls]));

export interface SpecOptions {
  /** Hash of the metadata that transactions may carry; undefined where it is not known. */
  readonly metadataHash?: Uint8Array | undefined;
  /** What computes epochs: the oracle of package yuma unless a host brings something faster with the same results. */
  readonly epochKernel?: EpochKernel | undefined;
}

/** The pallets with the hooks that depend on the host. */
function palletsWith(kernel: EpochKernel): readonly PalletBehaviour[] {
  const onInitialize: Hooks['onInitialize'] = (ctx, number) => ruleSetOf(ctx).onInitialize(ctx, number, kernel);
  return PALLETS.map((one) => (one.name === 'SubtensorModule' ? { ...one, hooks: { ...one.hooks, onInitialize } } : one));
}

const nameOf = ({ type, value }: RuntimeCall): string => `${type}.${value.type}`;

/** The chain's rules for one of upstream's builds. */
export function createSpec(build: Build, crypto: Crypto, options: SpecOptions = {}): Spec {
  const extensions = createTransactionExtensions(options.metadataHash);
  const format: Spec['format'] = { address: multiAddress, signature: multiSignature, call: runtimeCall, extensions };
  const reader = new ExtrinsicReader(format, build);
  return {
    build,
    crypto,
    readExtrinsic: (bytes) => reader.read(bytes),
    pallets: palletsWith(options.epochKernel ?? computeEpoch),
    system: systemPort,
    limits: BLOCK_LIMITS,
    format,
    extensions,
    handlerOf: (ctx, call) => governanceHandler(ctx, call) ?? powHandler(ctx, call) ?? (ruleSetOf(ctx).calls[call.type] ?? HANDLERS.get(call.type))?.[call.value.type],
    ensureCallAllowed: (ctx, call) => {
      if (!passesBaseFilter(ctx, call)) refuse(SystemError.CallFiltered, { call: nameOf(call), filter: 'the chain\'s' });
    },
    refuseFiltered: (call) => refuse(SystemError.CallFiltered, { call: nameOf(call), filter: 'the proxy\'s type' }),
    guard: (ctx, who, call) => ruleSetOf(ctx).guard(ctx, who, call),
    refuseUnsupported: (call) => refuse(SystemError.CallFiltered, { unsupported: nameOf(call) }),
    dispatchInfo: (ctx, call) => ruleSetOf(ctx).announce(call, ctx),
    lookup: tryLookup,
    verifySignature: (signature, message, signer) => verifySignature(crypto, { signature, message, signer }),
  };
}

