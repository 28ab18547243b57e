/**
 * Parents and children of one hotkey (the pivot) on one subnet. An edge says which part of the parent's stake works for
 * the child; it is stored on both sides, and a neighbour is never parent and child at once.
 */

import type { StateCtx } from '@taonet/frame';
import { compareText, ensure, SortedMap, U64_MAX, type AccountId, type NetUid } from '@taonet/primitives';
import { E, S } from '../pallet.ts';

/** One stored edge: proportion (of 2^64 − 1) and the hotkey at the other end. */
export type Edge = [proportion: bigint, hotkey: AccountId];
/** Edges by the hotkey at the other end, in byte order of the hotkeys. */
type Edges = SortedMap<AccountId, bigint>;

export const CHILDREN_MAX = 5;

export interface Relations {
  readonly pivot: AccountId;
  readonly children: Edges;
  readonly parents: Edges;
}

/** Later doubles win; the pivot itself is left out when `exceptPivot`. */
function toEdges(list: readonly (readonly [bigint, AccountId])[], exceptPivot?: AccountId): Edges {
  const edges: Edges = new SortedMap(compareText);
  for (const [proportion, hotkey] of list) if (hotkey !== exceptPivot) edges.set(hotkey, proportion);
  return edges;
}

function toList(edges: Edges): Edge[] {
  return edges.keys().map((hotkey, i) => [edges.values()[i]!, hotkey]);
}

function ensureTotalProportions(pivot: AccountId, children: Edges): void {
  const total = children.values().reduce((sum, proportion) => sum + proportion, 0n);
  ensure(total <= U64_MAX, E.ProportionOverflow, { hotkey: pivot, actual: total, required: U64_MAX });
}

function ensureNoSelfLoop(pivot: AccountId, edges: Edges): void {
  ensure(!edges.has(pivot), E.InvalidChild, { hotkey: pivot, check: 'a hotkey is not its own child' });
}

function ensureBipartiteSeparation(children: Edges, parents: Edges): void {
  const both = children.keys().find((hotkey) => parents.has(hotkey));
  ensure(both === undefined, E.ChildParentInconsistency, { hotkey: both, check: 'a child is not a parent too' });
}

/**
 * Names the edges of `pivot`.
 *
 * refuses InvalidChild, ProportionOverflow, ChildParentInconsistency
 * source: pallets/subtensor/src/staking/set_children.rs, PCRelations::link_children, link_parents @ 14bc6f9
 */
function linkRelations(pivot: AccountId, children: Edges, parents: Edges): Relations {
  ensureNoSelfLoop(pivot, children);
  ensureTotalProportions(pivot, children);
  ensureNoSelfLoop(pivot, parents);
  ensureBipartiteSeparation(children, parents);
  return { pivot, children, parents };
}

/** source: pallets/subtensor/src/staking/set_children.rs, load_child_parent_relations @ 14bc6f9 */
export function loadRelations(ctx: StateCtx, pivot: AccountId, netuid: NetUid): Relations {
  return loadRelationsFromPending(ctx, pivot, S.ChildKeys.get(ctx, pivot, netuid), netuid);
}

/**
 * The relations the pivot would have with these children; parents as stored.
 *
 * source: pallets/subtensor/src/staking/set_children.rs, load_relations_from_pending @ 14bc6f9
 */
export function loadRelationsFromPending(ctx: StateCtx, pivot: AccountId, children: readonly (readonly [bigint, AccountId])[], netuid: NetUid): Relations {
  return linkRelations(pivot, toEdges(children, pivot), toEdges(S.ParentKeys.get(ctx, pivot, netuid), pivot));
}

/**
 * Refuses children that could not be linked: the pivot itself, more than five, parts above the whole, a parent.
 *
 * refuses InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency
 * source: pallets/subtensor/src/staking/set_children.rs, PCRelations::ensure_pending_consistency @ 14bc6f9
 */
export function ensurePendingConsistency({ pivot, parents }: Relations, pendingChildren: readonly (readonly [bigint, AccountId])[]): void {
  const children = toEdges(pendingChildren);
  ensureNoSelfLoop(pivot, children);
  ensure(children.size <= CHILDREN_MAX, E.TooManyChildren, { hotkey: pivot, actual: children.size, required: CHILDREN_MAX });
  ensureTotalProportions(pivot, children);
  ensureBipartiteSeparation(children, parents);
}

/**
 * The same edges around another hotkey.
 *
 * refuses InvalidChild
 * source: pallets/subtensor/src/staking/set_children.rs, PCRelations::rebind_pivot @ 14bc6f9
 */
export function rebindPivot({ children, parents }: Relations, pivot: AccountId): Relations {
  ensureNoSelfLoop(pivot, children);
  ensureNoSelfLoop(pivot, parents);
  return { pivot, children, parents };
}

/** Replaces the proportion where it stands, or adds the edge at the end. */
function upsertEdge(list: readonly Edge[], proportion: bigint, hotkey: AccountId): Edge[] {
  const at = list.findIndex(([, other]) => other === hotkey);
  return at < 0 ? [...list, [proportion, hotkey]] : list.map((edge, i) => (i === at ? [proportion, hotkey] : edge));
}

export function removeEdge(list: readonly Edge[], hotkey: AccountId): Edge[] {
  return list.filter(([, other]) => other !== hotkey);
}

/** An empty list is removed. source: pallets/subtensor/src/staking/set_children.rs, set_childkeys @ 14bc6f9 */
export function setChildkeys(ctx: StateCtx, parent: AccountId, netuid: NetUid, children: Edge[]): void {
  if (children.length === 0) S.ChildKeys.remove(ctx, parent, netuid);
  else S.ChildKeys.set(ctx, parent, netuid, children);
}

/** An empty list is removed. source: pallets/subtensor/src/staking/set_children.rs, set_parentkeys @ 14bc6f9 */
export function setParentkeys(ctx: StateCtx, child: AccountId, netuid: NetUid, parents: Edge[]): void {
  if (parents.length === 0) S.ParentKeys.remove(ctx, child, netuid);
  else S.ParentKeys.set(ctx, child, netuid, parents);
}

/**
 * Writes the relations on both sides: the pivot's lists in byte order, its neighbours' lists with this edge added,
 * changed or (for neighbours it had and has no longer) taken out.
 *
 * returns: how many neighbours' lists were written
 * source: pallets/subtensor/src/staking/set_children.rs, persist_child_parent_relations @ 14bc6f9
 */
export function persistRelations(ctx: StateCtx, { pivot, children, parents }: Relations, netuid: NetUid): number {
  const childrenBefore = toEdges(S.ChildKeys.get(ctx, pivot, netuid)).keys();
  setChildkeys(ctx, pivot, netuid, toList(children));
  for (const [child, proportion] of children) {
    setParentkeys(ctx, child, netuid, upsertEdge(S.ParentKeys.get(ctx, child, netuid), proportion, pivot));
  }
  const lostChildren = childrenBefore.filter((child) => !children.has(child));
  for (const child of lostChildren) setParentkeys(ctx, child, netuid, removeEdge(S.ParentKeys.get(ctx, child, netuid), pivot));

  const parentsBefore = toEdges(S.ParentKeys.get(ctx, pivot, netuid)).keys();
  setParentkeys(ctx, pivot, netuid, toList(parents));
  for (const [parent, proportion] of parents) {
    setChildkeys(ctx, parent, netuid, upsertEdge(S.ChildKeys.get(ctx, parent, netuid), proportion, pivot));
  }
  const lostParents = parentsBefore.filter((parent) => !parents.has(parent));
  for (const parent of lostParents) setChildkeys(ctx, parent, netuid, removeEdge(S.ChildKeys.get(ctx, parent, netuid), pivot));
  return children.size + lostChildren.length + parents.size + lostParents.length;
}
