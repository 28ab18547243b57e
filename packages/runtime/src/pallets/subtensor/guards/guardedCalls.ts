/** Which calls of SubtensorModule each guard looks at. CheckColdkeySwap looks at all calls. source: pallets/subtensor/src/guards @ 14bc6f9 */

export type GuardName = 'weights' | 'rateLimits' | 'delegateTake' | 'servingEndpoints' | 'evmKeyAssociation';

export const GUARDED_CALLS: Readonly<Record<GuardName, ReadonlySet<string>>> = {
  weights: new Set([
    'batch_commit_weights', 'batch_reveal_weights', 'batch_set_weights', 'commit_weights', 'commit_mechanism_weights',
    'reveal_weights', 'reveal_mechanism_weights', 'set_weights', 'set_mechanism_weights', 'commit_timelocked_weights',
    'commit_timelocked_mechanism_weights', 'commit_crv3_mechanism_weights',
  ]),
  rateLimits: new Set(['commit_weights', 'commit_mechanism_weights', 'set_weights', 'set_mechanism_weights', 'register_network']),
  delegateTake: new Set(['increase_take', 'decrease_take']),
  servingEndpoints: new Set(['serve_axon', 'serve_axon_tls', 'serve_prometheus']),
  evmKeyAssociation: new Set(['associate_evm_key']),
};
