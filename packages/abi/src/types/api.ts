/** Types of the basic runtime APIs. */

import { bool, btreeMap, bytes, fixedBytes, spelled, struct, type ValueOf, wrapped } from '@taonet/codec';

/** `sp_core::OpaqueMetadata` */
export const opaqueMetadata = wrapped('sp_core::OpaqueMetadata', bytes);
export type OpaqueMetadata = ValueOf<typeof opaqueMetadata>;

/** `sp_inherents::InherentData` */
export const inherentData = struct('sp_inherents::InherentData', { data: btreeMap(spelled(fixedBytes(8), 'InherentIdentifier'), bytes) });
export type InherentData = ValueOf<typeof inherentData>;

/** `sp_inherents::CheckInherentsResult` */
export const checkInherentsResult = struct('sp_inherents::CheckInherentsResult', { okay: bool, fatal_error: bool, errors: inherentData });
export type CheckInherentsResult = ValueOf<typeof checkInherentsResult>;
