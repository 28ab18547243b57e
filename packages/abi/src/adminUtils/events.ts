/** AdminUtils: events. */

import { bool, row, u16 } from '@taonet/codec';
import { precompileEnum } from '../types/adminUtils.ts';
import { u64f64 } from '../types/fixed.ts';
import { netUid } from '../types/spelled.ts';

export const events = {
  PrecompileUpdated: row(0, { precompile_id: precompileEnum, enabled: bool }),
  Yuma3EnableToggled: row(1, { netuid: netUid, enabled: bool }),
  BondsResetToggled: row(2, { netuid: netUid, enabled: bool }),
  BurnHalfLifeSet: row(3, { netuid: netUid, burn_half_life: u16 }),
  BurnIncreaseMultSet: row(4, { netuid: netUid, burn_increase_mult: u64f64 }),
  SubnetEmissionEnabledSet: row(5, { netuid: netUid, enabled: bool }),
} as const;
