/** Drand: calls. */

import { callDecl, option, spelled, u64 } from '@taonet/codec';
import { beaconConfigurationPayload, pulsesPayload } from '../types/drand.ts';
import { multiSignature } from '../types/signature.ts';

export const calls = {
  write_pulse: callDecl(0, {
    pulses_payload: spelled(pulsesPayload, 'PulsesPayload<T::Public, BlockNumberFor<T>>'),
    signature: option(spelled(multiSignature, 'T::Signature')),
  }),
  set_beacon_config: callDecl(1, {
    config_payload: spelled(beaconConfigurationPayload, 'BeaconConfigurationPayload<T::Public, BlockNumberFor<T>>'),
    signature: option(spelled(multiSignature, 'T::Signature')),
  }),
  set_oldest_stored_round: callDecl(2, { oldest_round: u64 }),
} as const;
