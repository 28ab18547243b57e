/** Safe mode. */

import { plainEnum, type ValueOf } from '@taonet/codec';

/** `pallet_safe_mode::pallet::ExitReason` */
export const safeModeExitReason = plainEnum('pallet_safe_mode::pallet::ExitReason', { Timeout: 0, Force: 1 });
export type SafeModeExitReason = ValueOf<typeof safeModeExitReason>;
