/** Package runtime: the Bittensor state machine, of spec 425 and, as a rule set, of spec 273. */

export { createRuntime, type Runtime, type RuntimeOptions, type TransactionToValidate } from './runtime.ts';
export { createSpec, type Spec, type SpecOptions } from './spec.ts';
export { encodeApplied, encodeValidity, toValidityError } from './encodeOutcomes.ts';
export { ApiFault, apis, callApi, type ApiName } from './apis/callApi.ts';
export { createMetadata, type MetadataUnder } from './apis/metadataBytes.ts';
export type { RawMethod, ViewCtx } from './apis/viewCtx.ts';
export { parseShielded } from './pallets/mevShield/shieldedTransaction.ts';
export { accountChanges, type AccountChange } from './inspect/accountChanges.ts';
export { beaconNeeds, type BeaconNeeds } from './inspect/beaconNeeds.ts';
export { callFee } from './inspect/callFee.ts';
export { hyperparameterRows, type HyperparameterRow } from './inspect/hyperparameterRows.ts';
export { computeLockReductionInterval, computeNetworkLockCost, type LockCostFacts } from './pallets/subtensor/subnets/lockCost.ts';
export { hashBlockAndHotkey, sealHash, sealPreimage } from './pallets/subtensor/subnets/sealHash.ts';
export { computeMovingPriceMay2025, type MovingPriceStep } from './rules/may2025/coinbase/computeMovingPrice.ts';
export { epoch as epochMay2025 } from './rules/may2025/epoch/epoch.ts';
export { upgradedTerm, type RegistrationTerm } from './rules/may2025/registration/upgradedTerm.ts';
export { hashMeetsDifficulty, largestHash } from './rules/may2025/registration/work.ts';
export { computeBlockEmission } from './pallets/subtensor/coinbase/computeBlockEmission.ts';
export { buildGenesis, encodeGenesisHeader, type Adjust, type Genesis } from './genesis/buildGenesis.ts';
export { LOCAL_CONFIG, LOCALNET_ENDOWMENTS, UPSTREAM_DEV_CONFIG, type Authority, type Endowment, type GenesisConfig } from './genesis/genesisConfig.ts';
export { writeGovernanceGenesis } from './genesis/governanceGenesis.ts';
export { adjustToDevPreset, DEV_PRESET, type PresetRow } from './genesis/devPreset.ts';
export { adjustToDevPresetOfMay2025, DEV_PRESET_OF_MAY_2025 } from './genesis/devPresetMay2025.ts';
export { describeUnder } from './rules/describe.ts';
export { specVersionOf } from './rules/ruleSetOf.ts';
export { activeRules, RULES_OF_JUNE_2026, RULES_OF_MAY_2025 } from './rules/activeRules.ts';
