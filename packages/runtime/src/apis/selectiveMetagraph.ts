/** A metagraph with only the fields that were asked for, by number. */

import { subnetInfoApi } from '@taonet/abi';
import { compactU16, compactU8, encode, option, tuple, vec } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { concatBytes, I64F64, type AccountId, type MechId, type NetUid, type Uid } from '@taonet/primitives';
import { S as Commitments } from '../pallets/commitments/pallet.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import { getStakeWeightForHotkeyOnSubnet } from '../pallets/subtensor/staking/stakeWeights.ts';
import { ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import type { ApiFound } from './handlers.ts';
import { mechanismColumns } from './metagraph.ts';
import { METAGRAPH_FIELDS, MetagraphSource, type Metagraph } from './metagraphFields.ts';
import { readField } from './readFields.ts';

type SelectiveMetagraph = ApiFound<typeof subnetInfoApi, 'get_selective_metagraph'>;
type Field = Exclude<keyof SelectiveMetagraph, 'netuid'>;
type Facts = { readonly [N in Field]?: SelectiveMetagraph[N] };

/** What was found; a field that is here was asked for, even when its value is undefined. */
export interface Selection {
  readonly netuid: NetUid;
  readonly facts: Facts;
}

/** Field number → name: those of a metagraph, then the two that only a selection has. */
const FIELD_OF_INDEX: readonly (keyof SelectiveMetagraph)[] = [...(Object.keys(METAGRAPH_FIELDS) as (keyof Metagraph)[]), 'validators', 'commitments'];

/** Metagraph's netuid stays 0 in a selection that does not ask for it. */
const NETUID_UNASKED: NetUid = 0;

/**
 * Uids with a permit and more stake weight than the threshold, by ascending stake weight.
 *
 * source: pallets/subtensor/src/rpc_info/metagraph.rs, get_validators @ 14bc6f9
 */
function getValidators(ctx: StateCtx, netuid: NetUid): Uid[] {
  const threshold = S.StakeThreshold.get(ctx);
  const permits = S.ValidatorPermit.get(ctx, netuid);
  return S.Keys.entries(ctx, netuid)
    .filter(([[, uid]]) => permits[uid] === true)
    .map(([[, uid], hotkey]) => ({ uid, stake: getStakeWeightForHotkeyOnSubnet(ctx, hotkey, netuid) }))
    .sort((a, b) => I64F64.compare(a.stake, b.stake))
    .filter(({ stake }) => I64F64.compareInt(stake, threshold) > 0)
    .map(({ uid }) => uid);
}

/**
 * Every commitment of the subnet in storage order, encoded as it is stored.
 *
 * source: pallets/commitments/src/lib.rs, get_commitments @ 14bc6f9
 */
function getCommitments(ctx: StateCtx, netuid: NetUid): [AccountId, number[]][] {
  return Commitments.CommitmentOf.rawKeys(ctx, netuid).map((key) => [Commitments.CommitmentOf.decodeKey(key)[1], [...(ctx.state.get(key) ?? [])]]);
}

function readAny(source: MetagraphSource, name: Field): SelectiveMetagraph[Field] {
  if (name === 'validators') return getValidators(source.ctx, source.netuid);
  if (name === 'commitments') return getCommitments(source.ctx, source.netuid);
  return readField(source, name);
}

/** Unknown numbers are passed over; a number that comes twice is read once. */
function select(indexes: readonly number[], read: (name: Field) => SelectiveMetagraph[Field]): Facts {
  const asked = new Set(indexes);
  const names = FIELD_OF_INDEX.filter((name, index): name is Field => name !== 'netuid' && asked.has(index));
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Facts;
}

/** source: pallets/subtensor/src/rpc_info/metagraph.rs, get_selective_metagraph @ 14bc6f9 */
export function getSelectiveMetagraph(ctx: StateCtx, netuid: NetUid, indexes: readonly number[]): Selection | undefined {
  if (!ifSubnetExist(ctx, netuid)) return undefined;
  const source = new MetagraphSource(ctx, netuid);
  const asked = indexes.some((index) => FIELD_OF_INDEX[index] === 'netuid');
  return { netuid: asked ? netuid : NETUID_UNASKED, facts: select(indexes, (name) => readAny(source, name)) };
}

/**
 * As seen from one mechanism. Whether the mechanism exists is not asked.
 *
 * source: pallets/subtensor/src/rpc_info/metagraph.rs, get_selective_mechagraph @ 14bc6f9
 */
export function getSelectiveMechagraph(ctx: StateCtx, netuid: NetUid, mechid: MechId, indexes: readonly number[]): Selection | undefined {
  if (!ifSubnetExist(ctx, netuid)) return undefined;
  const source = new MetagraphSource(ctx, netuid);
  const own = mechanismColumns(ctx, netuid, mechid);
  const read = (name: Field) => (name === 'last_update' || name === 'incentives' ? own[name] : readAny(source, name));
  return { netuid, facts: select(indexes, read) };
}

const ANSWER = subnetInfoApi.methods.get_selective_metagraph.result;
const BEFORE_IDENTITY = option(tuple(compactU16, option(vec(compactU8)), option(vec(compactU8))));
/** "Asked for, and there is none": Some(None). */
const NO_IDENTITY = Uint8Array.of(1, 0);

/**
 * The answer's bytes. In values, an identity that was not asked for and one that does not exist look alike;
 * on the wire they do not.
 */
export function encodeSelective(selection: Selection | undefined): Uint8Array {
  if (selection === undefined) return encode(ANSWER, undefined);
  const { netuid, facts } = selection;
  const bytes = encode(ANSWER, { netuid, ...facts } as SelectiveMetagraph);
  if (!('identity' in facts) || facts.identity !== undefined) return bytes;
  const at = encode(BEFORE_IDENTITY, [netuid, facts.name, facts.symbol]).length;
  return concatBytes(bytes.subarray(0, at), NO_IDENTITY, bytes.subarray(at + 1));
}
