/** Copies of subnets and of weights, and what they earn: for networks of one's own. An entry of its own. */

export type { Account, Asking, CallWish, ItemKey, Wish } from './ask.ts';
export { copySubnet, type CopyCost, type CopyOrder, type SubnetCopy } from './copySubnet.ts';
export { followEpochs, PARTIES, type Earnings, type Followed, type FollowOrder, type Party } from './earnings.ts';
export { COPIED_AS_NEURONS, COPIED_AT_THE_END, COPIED_PARAMETERS, NOT_COPIED } from './items.ts';
export { onClient, type OnClientOptions } from './onClient.ts';
export { copyWeights, type CopierOrder, type CopierReport, type CopierWay } from './copyWeights.ts';
