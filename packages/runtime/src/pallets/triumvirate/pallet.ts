/** What the runtime's code uses of pallet Triumvirate: storage, errors, events, limits. */

import { triumvirate } from '@taonet/abi';
import { forBuild, prodOrFast, type Build } from '@taonet/codec';
import { bindErrors, bindEvents, bindStorage } from '@taonet/frame';

/** Storage items. */
export const S = bindStorage(triumvirate);
/** Refusals. */
export const E = bindErrors(triumvirate);
/** Event encoders. */
export const Ev = bindEvents(triumvirate);

/** Open motions at a time. source: runtime/src/lib.rs, CouncilMaxProposals @ 1b0c63a */
export const PROPOSALS_MAX = 10;
/** Who may vote at most: what weights reckon with. source: runtime/src/lib.rs, SenateMaxMembers @ 1b0c63a */
export const VOTERS_MAX = 12;

const MOTION_DURATION = prodOrFast(3600, 172_800);

/** Least blocks that a motion stays open: 12 hours. source: runtime/src/lib.rs, CouncilMotionDuration @ 1b0c63a */
export const motionDuration = ({ build }: { readonly build: Build }): number => forBuild(MOTION_DURATION, build);
