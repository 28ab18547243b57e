/** Subnets as a change of rules walks over them. */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { getAllSubnetNetuids, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';

/** All but root. */
export const dynamicSubnets = (ctx: StateCtx): NetUid[] => getAllSubnetNetuids(ctx).filter((netuid) => netuid !== ROOT_NETUID);
