/** Block 0: the whole starting state and its header, pallet by pallet in upstream's order. */

import { encode, header as headerCodec, inExtended, u32, type Header } from '@taonet/codec';
import { BlockCtx, computeTrieRoot, hashHeader, MemoryState, Overlay, type StateRoots } from '@taonet/frame';
import { bytesToHex, utf8ToBytes, type Hash } from '@taonet/primitives';
import { S as Aura } from '../pallets/aura/pallet.ts';
import { S as Balances } from '../pallets/balances/pallet.ts';
import { S as BaseFee } from '../pallets/baseFee/pallet.ts';
import { S as Drand } from '../pallets/drand/pallet.ts';
import { storeBlock } from '../pallets/ethereum/storeBlock.ts';
import { S as Evm } from '../pallets/evm/pallet.ts';
import { S as EvmChainId } from '../pallets/evmChainId/pallet.ts';
import { S as Grandpa } from '../pallets/grandpa/pallet.ts';
import { S as LimitOrders } from '../pallets/limitOrders/pallet.ts';
import { S as Rules } from '../pallets/rules/pallet.ts';
import { S as Subtensor } from '../pallets/subtensor/pallet.ts';
import { S as Sudo } from '../pallets/sudo/pallet.ts';
import { S as System } from '../pallets/system/pallet.ts';
import { S as TransactionPayment } from '../pallets/transactionPayment/pallet.ts';
import { SPEC_NAME } from '../limits.ts';
import { activeRules, RULES_OF_JUNE_2026 } from '../rules/activeRules.ts';
import { ruleSetOf, specVersionOf } from '../rules/ruleSetOf.ts';
import type { Spec } from '../spec.ts';
import type { GenesisConfig } from './genesisConfig.ts';
import { writeGovernanceGenesis } from './governanceGenesis.ts';
import { writeStorageVersions } from './storageVersions.ts';

const RAO_PER_TAO = 1_000_000_000n;
/** What stands in place of hashes that do not exist yet. source: frame-system 41.0.0, GenesisConfig::build */
const NO_HASH = '45'.repeat(32);
const ZERO_HASH = '00'.repeat(32);
/** Set on accounts that follow the reference-counting rules of today. source: pallet-balances 42.0.0, ExtraFlags */
const NEW_LOGIC_FLAG = 1n << 127n;
/** Limit orders' own account and hotkey. source: pallets/limit-orders @ 14bc6f9 */
const LIMIT_ACCOUNT = bytesToHex(utf8ToBytes('modlbt/limit')).padEnd(64, '0');
const LIMIT_HOTKEY = bytesToHex(utf8ToBytes('modlbt/lmhky')).padEnd(64, '0');

export interface Genesis {
  readonly header: Header;
  readonly hash: Hash;
  /** All pairs in raw key order. */
  readonly state: readonly (readonly [key: string, value: Uint8Array])[];
}

/** Changes a preset makes to upstream's genesis, with calls and hooks at hand. */
export type Adjust = (ctx: BlockCtx) => void;

export function buildGenesis(spec: Spec, config: GenesisConfig, adjust: Adjust = () => undefined): Genesis {
  const state = new Overlay(new MemoryState());
  const roots: StateRoots = {
    rootOf: () => {
      dropEvents(ctx);
      return bytesToHex(computeTrieRoot(pairsOf(state), 1, spec.crypto.blake2b256));
    },
  };
  const ctx: BlockCtx = new BlockCtx(spec, state, roots);
  writePallets(ctx, config);
  adjust(ctx);
  dropEvents(ctx);
  const pairs = pairsOf(state);
  const header: Header = {
    parent_hash: ZERO_HASH,
    number: 0,
    state_root: bytesToHex(computeTrieRoot(pairs, 1, spec.crypto.blake2b256)),
    extrinsics_root: bytesToHex(computeTrieRoot([], 0, spec.crypto.blake2b256)),
    digest: { logs: [] },
  };
  return { header, hash: hashHeader(spec.crypto, header), state: pairs };
}

const pairsOf = (state: Overlay): [string, Uint8Array][] => state.changes().flatMap(([key, change]) => (change === null ? [] : [[key, change]]));

/** What happens before block 1 is not told in events. */
function dropEvents(ctx: BlockCtx): void {
  System.Events.remove(ctx);
  System.EventCount.remove(ctx);
}

function writePallets(ctx: BlockCtx, config: GenesisConfig): void {
  if (inExtended(ctx.build)) writeExtended(ctx, config);
  writeSystem(ctx);
  Aura.Authorities.set(ctx, config.authorities.map(({ aura }) => aura));
  Grandpa.Authorities.set(ctx, config.authorities.map(({ grandpa }) => [grandpa, 1n]));
  Grandpa.CurrentSetId.set(ctx, 0n);
  Grandpa.SetIdSession.set(ctx, 0n, 0);
  writeBalances(ctx, config);
  TransactionPayment.NextFeeMultiplier.set(ctx, TransactionPayment.NextFeeMultiplier.fallback(ctx));
  TransactionPayment.StorageVersion.set(ctx, 'V2');
  ruleSetOf(ctx).writeGenesis(ctx);
  if (activeRules(ctx).governance) writeGovernanceGenesis(ctx);
  Sudo.Key.set(ctx, config.sudo);
  storeBlock(ctx, 0n);
  ctx.state.set(bytesToHex(utf8ToBytes(':ethereum_schema')), Uint8Array.of(3));
  Evm.WhitelistedCreators.set(ctx, []);
  EvmChainId.ChainId.set(ctx, config.evmChainId);
  BaseFee.BaseFeePerGas.set(ctx, BaseFee.BaseFeePerGas.fallback(ctx));
  BaseFee.Elasticity.set(ctx, BaseFee.Elasticity.fallback(ctx));
  LimitOrders.LimitOrdersEnabled.set(ctx, true);
  Subtensor.Owner.set(ctx, LIMIT_HOTKEY, LIMIT_ACCOUNT);
  Subtensor.OwnedHotkeys.set(ctx, LIMIT_ACCOUNT, [LIMIT_HOTKEY]);
  Subtensor.StakingHotkeys.set(ctx, LIMIT_ACCOUNT, [LIMIT_HOTKEY]);
  writeStorageVersions(ctx);
}

/** What upstream's networks do not have. */
function writeExtended(ctx: BlockCtx, { rules, beacon }: GenesisConfig): void {
  Rules.Active.set(ctx, rules ?? RULES_OF_JUNE_2026);
  if (beacon !== undefined) Drand.BeaconConfig.set(ctx, beacon);
}

function writeSystem(ctx: BlockCtx): void {
  System.BlockHash.set(ctx, 0, NO_HASH);
  System.ParentHash.set(ctx, NO_HASH);
  System.LastRuntimeUpgrade.set(ctx, { spec_version: specVersionOf(ctx), spec_name: SPEC_NAME });
  System.UpgradedToU32RefCount.set(ctx, true);
  System.UpgradedToTripleRefCount.set(ctx, true);
  ctx.state.set(bytesToHex(utf8ToBytes(':extrinsic_index')), encode(u32, 0));
}

function writeBalances(ctx: BlockCtx, { endowments }: GenesisConfig): void {
  let total = 0n;
  for (const { account, tao } of endowments) {
    const free = tao * RAO_PER_TAO;
    total += free;
    System.Account.set(ctx, account, { nonce: 0, consumers: 0, providers: 1, sufficients: 0, data: { free, reserved: 0n, frozen: 0n, flags: NEW_LOGIC_FLAG } });
  }
  Balances.TotalIssuance.set(ctx, total);
}

/** SCALE bytes of a genesis header. */
export const encodeGenesisHeader = (genesis: Genesis): Uint8Array => encode(headerCodec, genesis.header);
