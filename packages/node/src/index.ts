export { startNode, type BlockSummary, type NodeOptions, type RunningNode } from './startNode.ts';
export type { BeaconChoice } from './beacon/beacon.ts';
export { labelOf, networkOf, type Network, type NetworkName, type RulesName } from './networks.ts';
export { LmdbStore } from './store/lmdbStore.ts';
export { GROUPS, ROWS } from './rpc/registry.ts';
export type { AnyRow, MethodGroup, MethodRow, SubscriptionRow } from './rpc/method.ts';
