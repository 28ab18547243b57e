/** Value types of SubtensorModule. */

import {
  accountId, boundedBytes, btreeSet, bytes, i64, option, param, plainEnum, row, spelled, struct, type ValueOf, u128, u16, u32, u64, u8,
  variant,
} from '@taonet/codec';
import { percent } from './arithmetic.ts';
import { u64f64 } from './fixed.ts';
import { runtimeMarker } from './nested.ts';
import { alphaBalance, genericAccountId, genericBalance, genericBlockNumber, netUid } from './spelled.ts';

/** `share_pool::SafeFloat` */
export const safeFloat = struct('share_pool::SafeFloat', { mantissa: u128, exponent: i64 });
export type SafeFloat = ValueOf<typeof safeFloat>;

/** `pallet_subtensor::staking::lock::LockState` */
export const lockState = struct('pallet_subtensor::staking::lock::LockState', {
  locked_mass: alphaBalance,
  conviction: u64f64,
  last_update: u64,
});
export type LockState = ValueOf<typeof lockState>;

/** `pallet_subtensor::utils::rate_limiting::Hyperparameter` */
export const hyperparameter = plainEnum('pallet_subtensor::utils::rate_limiting::Hyperparameter', {
  Unknown: 0,
  ServingRateLimit: 1,
  MaxDifficulty: 2,
  AdjustmentAlpha: 3,
  MaxWeightLimit: 4,
  ImmunityPeriod: 5,
  MinAllowedWeights: 6,
  Kappa: 7,
  Rho: 8,
  ActivityCutoff: 9,
  PowRegistrationAllowed: 10,
  MinBurn: 11,
  MaxBurn: 12,
  BondsMovingAverage: 13,
  BondsPenalty: 14,
  CommitRevealEnabled: 15,
  LiquidAlphaEnabled: 16,
  AlphaValues: 17,
  WeightCommitInterval: 18,
  TransferEnabled: 19,
  AlphaSigmoidSteepness: 20,
  Yuma3Enabled: 21,
  BondsResetEnabled: 22,
  ImmuneNeuronLimit: 23,
  RecycleOrBurn: 24,
  MaxAllowedUids: 25,
  BurnHalfLife: 26,
  BurnIncreaseMult: 27,
  SubnetEmissionEnabled: 28,
  MinChildkeyTake: 29,
  ActivityCutoffFactorMilli: 30,
  TriggerEpoch: 31,
});
export type Hyperparameter = ValueOf<typeof hyperparameter>;

/** `pallet_subtensor::RateLimitKey` */
export const rateLimitKey = variant('pallet_subtensor::RateLimitKey', {
  SetSNOwnerHotkey: row(0, [netUid]),
  OwnerHyperparamUpdate: row(1, [netUid, hyperparameter]),
  NetworkLastRegistered: row(2),
  LastTxBlock: row(3, [genericAccountId]),
  LastTxBlockChildKeyTake: row(4, [genericAccountId]),
  LastTxBlockDelegateTake: row(5, [genericAccountId]),
  AddStakeBurn: row(6, [netUid]),
}, [param('AccountId', accountId)]);
export type RateLimitKey = ValueOf<typeof rateLimitKey>;

/** `pallet_subtensor::pallet::RecycleOrBurnEnum` */
export const recycleOrBurnEnum = plainEnum('pallet_subtensor::pallet::RecycleOrBurnEnum', { Burn: 0, Recycle: 1 });
export type RecycleOrBurnEnum = ValueOf<typeof recycleOrBurnEnum>;

/** `pallet_subtensor::pallet::AxonInfo` */
export const axonInfo = struct('pallet_subtensor::pallet::AxonInfo', {
  block: u64,
  version: u32,
  ip: u128,
  port: u16,
  ip_type: u8,
  protocol: u8,
  placeholder1: u8,
  placeholder2: u8,
});
export type AxonInfo = ValueOf<typeof axonInfo>;

/** `pallet_subtensor::pallet::NeuronCertificate` */
export const neuronCertificate = struct('pallet_subtensor::pallet::NeuronCertificate', {
  public_key: spelled(boundedBytes(64), 'BoundedVec<u8, ConstU32<64>>'),
  algorithm: u8,
});
export type NeuronCertificate = ValueOf<typeof neuronCertificate>;

/** `pallet_subtensor::pallet::PrometheusInfo` */
export const prometheusInfo = struct('pallet_subtensor::pallet::PrometheusInfo', {
  block: u64,
  version: u32,
  ip: u128,
  port: u16,
  ip_type: u8,
});
export type PrometheusInfo = ValueOf<typeof prometheusInfo>;

/** `pallet_subtensor::pallet::ChainIdentityV2` */
export const chainIdentityV2 = struct('pallet_subtensor::pallet::ChainIdentityV2', {
  name: bytes,
  url: bytes,
  github_repo: bytes,
  image: bytes,
  discord: bytes,
  description: bytes,
  additional: bytes,
});
export type ChainIdentityV2 = ValueOf<typeof chainIdentityV2>;

/** `pallet_subtensor::pallet::SubnetIdentityV3` */
export const subnetIdentityV3 = struct('pallet_subtensor::pallet::SubnetIdentityV3', {
  subnet_name: bytes,
  github_repo: bytes,
  subnet_contact: bytes,
  subnet_url: bytes,
  discord: bytes,
  description: bytes,
  logo_url: bytes,
  additional: bytes,
});
export type SubnetIdentityV3 = ValueOf<typeof subnetIdentityV3>;

/** `pallet_subtensor::pallet::RootClaimTypeEnum` */
export const rootClaimTypeEnum = variant('pallet_subtensor::pallet::RootClaimTypeEnum', {
  Swap: row(0),
  Keep: row(1),
  KeepSubnets: row(2, { subnets: btreeSet(netUid) }),
});
export type RootClaimTypeEnum = ValueOf<typeof rootClaimTypeEnum>;

/** `pallet_subtensor::subnets::leasing::SubnetLease` */
export const subnetLease = struct('pallet_subtensor::subnets::leasing::SubnetLease', {
  beneficiary: genericAccountId,
  coldkey: genericAccountId,
  hotkey: genericAccountId,
  emissions_share: percent,
  end_block: option(genericBlockNumber),
  netuid: netUid,
  cost: genericBalance,
}, [param('AccountId', accountId), param('BlockNumber', u32), param('Balance', u64)]);
export type SubnetLease = ValueOf<typeof subnetLease>;

/** `pallet_subtensor::extensions::subtensor::SubtensorTransactionExtension` */
export const subtensorTransactionExtension = struct(
  'pallet_subtensor::extensions::subtensor::SubtensorTransactionExtension',
  {},
  [param('T', runtimeMarker)],
);
export type SubtensorTransactionExtension = ValueOf<typeof subtensorTransactionExtension>;
