/** What the steps of a multisig operation turn out to weigh. s: other signatories, z: bytes of the call. source: pallet-multisig 41.0.0, weights.rs */

import { addWeight, weightOf, type Weight } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';

const grown = (base: Weight, s: number, perS: number, z: number, perZ: number): Weight => addWeight(base, weightOf(BigInt(perS) * BigInt(s) + BigInt(perZ) * BigInt(z), 0n));

const THRESHOLD_1 = measured(20_470_382, 3_997, 2, 0);
const CREATE = measured(29_976_762, 6_811, 1, 1);
const APPROVE = measured(14_821_348, 6_811, 1, 1);
const COMPLETE = measured(34_745_418, 6_811, 4, 2);

export const asMultiThreshold1 = (z: number): Weight => grown(THRESHOLD_1, 0, 0, z, 397);
export const asMultiCreate = (s: number, z: number): Weight => grown(CREATE, s, 144_320, z, 1_819);
export const asMultiApprove = (s: number, z: number): Weight => grown(APPROVE, s, 127_874, z, 1_968);
export const asMultiComplete = (s: number, z: number): Weight => grown(COMPLETE, s, 193_313, z, 2_057);
