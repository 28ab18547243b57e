/** Weights, dispatch classes and block limits. */

import { compactU64, option, param, plainEnum, spelled, struct, type Codec, type ValueOf, u32, u64 } from '@taonet/codec';

/** `sp_weights::weight_v2::Weight` */
export const weight = struct('sp_weights::weight_v2::Weight', {
  ref_time: spelled(compactU64, 'u64'),
  proof_size: spelled(compactU64, 'u64'),
});
export type Weight = ValueOf<typeof weight>;

/** `frame_support::dispatch::DispatchClass` */
export const dispatchClass = plainEnum('frame_support::dispatch::DispatchClass', { Normal: 0, Operational: 1, Mandatory: 2 });
export type DispatchClass = ValueOf<typeof dispatchClass>;

/** `frame_support::dispatch::Pays` */
export const pays = plainEnum('frame_support::dispatch::Pays', { Yes: 0, No: 1 });
export type Pays = ValueOf<typeof pays>;

/** One value for each dispatch class. */
export const perDispatchClass = <T>(of: Codec<T>) =>
  struct('frame_support::dispatch::PerDispatchClass', {
    normal: spelled(of, 'T'),
    operational: spelled(of, 'T'),
    mandatory: spelled(of, 'T'),
  }, [param('T', of)]);

/** `frame_system::limits::WeightsPerClass` */
export const weightsPerClass = struct('frame_system::limits::WeightsPerClass', {
  base_extrinsic: weight,
  max_extrinsic: option(weight),
  max_total: option(weight),
  reserved: option(weight),
});
export type WeightsPerClass = ValueOf<typeof weightsPerClass>;

/** `frame_system::limits::BlockWeights` */
export const blockWeights = struct('frame_system::limits::BlockWeights', {
  base_block: weight,
  max_block: weight,
  per_class: spelled(perDispatchClass(weightsPerClass), 'PerDispatchClass<WeightsPerClass>'),
});
export type BlockWeights = ValueOf<typeof blockWeights>;

/** `frame_system::limits::BlockLength` */
export const blockLength = struct('frame_system::limits::BlockLength', { max: spelled(perDispatchClass(u32), 'PerDispatchClass<u32>') });
export type BlockLength = ValueOf<typeof blockLength>;

/** `sp_weights::RuntimeDbWeight` */
export const runtimeDbWeight = struct('sp_weights::RuntimeDbWeight', { read: u64, write: u64 });
export type RuntimeDbWeight = ValueOf<typeof runtimeDbWeight>;
