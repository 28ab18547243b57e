/** What a subnet consists of on the chain, item by item: what a copy takes along, and what it cannot or must not. */

/** Hyperparameters: how the subnet works. They are copied as they are stored. */
export const COPIED_PARAMETERS: readonly string[] = [
  'ActivityCutoff', 'ActivityCutoffFactorMilli', 'AdjustmentAlpha', 'AdjustmentInterval', 'AlphaSigmoidSteepness', 'AlphaValues', 'BondsMovingAverage', 'BondsPenalty', 'BondsResetOn',
  'BurnHalfLife', 'BurnIncreaseMult', 'CommitRevealWeightsEnabled', 'EMAPriceHalvingBlocks', 'ImmuneOwnerUidsLimit', 'ImmunityPeriod', 'Kappa', 'LiquidAlphaOn', 'MaxAllowedUids',
  'MaxAllowedValidators', 'MaxBurn', 'MaxDifficulty', 'MaxRegistrationsPerBlock', 'MaxWeightsLimit', 'MechanismCountCurrent', 'MechanismEmissionSplit', 'MinAllowedUids',
  'MinAllowedWeights', 'MinBurn', 'MinChildkeyTakePerSubnet', 'MinDifficulty', 'MinNonImmuneUids', 'NetworkModality', 'NetworkPowRegistrationAllowed',
  'OwnerCutAutoLockEnabled', 'OwnerCutEnabled', 'RecycleOrBurn', 'RevealPeriodEpochs', 'Rho', 'RootClaimableThreshold', 'ScalingLawPower', 'ServingRateLimit', 'TargetRegistrationsPerInterval',
  'Tempo', 'TransferToggle', 'ValidatorPruneLen', 'VotingPowerEmaAlpha', 'WeightsSetRateLimit', 'WeightsVersionKey', 'Yuma3On',
];

/** Copied last: it may close the subnet to newcomers. */
export const COPIED_AT_THE_END = 'NetworkRegistrationAllowed';

/** Why an item stays behind, in words for people. */
export const NOT_COPIED: Readonly<Record<string, readonly string[]>> = {
  'money: pool, alpha and its issuance, price history, emission, what is pending': [
    'SubnetTAO', 'SubnetAlphaIn', 'SubnetAlphaOut', 'SubnetProtocolAlpha', 'SubnetTaoProvided', 'SubnetAlphaInProvided', 'SubnetVolume', 'SubnetMovingPrice', 'SubnetEmissionEnabled', 'SubnetTaoInEmission', 'SubnetExcessTao',
    'SubnetRootSellTao', 'SubnetAlphaInEmission', 'SubnetAlphaOutEmission', 'PendingServerEmission', 'PendingValidatorEmission', 'PendingRootAlphaDivs', 'PendingOwnerCut', 'PendingEmission',
    'PendingRootDivs', 'PendingAlphaSwapped', 'MinerBurned', 'RootProp', 'SubnetTaoFlow', 'SubnetEmaTaoFlow', 'SubnetProtocolFlow', 'SubnetEmaProtocolFlow', 'SubnetLocked', 'LargestLocked',
    'RAORecycledForRegistration', 'SubnetMechanism', 'LoadedEmission',
  ],
  'stake and what it brought: of nobody': [
    'TotalHotkeyAlpha', 'TotalHotkeyAlphaLastEpoch', 'TotalHotkeyShares', 'TotalHotkeySharesV2', 'Alpha', 'AlphaV2', 'AlphaDividendsPerSubnet', 'RootAlphaDividendsPerSubnet', 'TaoDividendsPerSubnet',
    'LastHotkeyEmissionOnNetuid', 'RootClaimed', 'Lock', 'LockingColdkeys', 'HotkeyLock', 'DecayingHotkeyLock', 'OwnerLock', 'DecayingOwnerLock', 'DecayingLock', 'VotingPower', 'VotingPowerTrackingEnabled',
    'VotingPowerDisableAtBlock', 'AutoStakeDestination', 'AutoStakeDestinationColdkeys', 'SubnetUidToLeaseId',
  ],
  'prices of places: its own': [
    'Burn', 'Difficulty', 'RegistrationsThisInterval', 'RegistrationsThisBlock', 'POWRegistrationsThisInterval', 'BurnRegistrationsThisInterval', 'LastAdjustmentBlock',
  ],
  'what epochs find out: permits, ranks, bonds': [
    'Active', 'Consensus', 'Incentive', 'Dividends', 'Emission', 'ValidatorTrust', 'ValidatorPermit', 'StakeWeight', 'Bonds', 'Rank', 'Trust', 'PruningScores',
  ],
  'its own birth, clock and name': [
    'NetworksAdded', 'NetworkRegisteredAt', 'RegisteredSubnetCounter', 'FirstEmissionBlockNumber', 'SubtokenEnabled', 'LastEpochBlock', 'PendingEpochAt', 'SubnetEpochIndex', 'BlocksSinceLastStep',
    'LastMechansimStepBlock', 'SubnetOwner', 'SubnetOwnerHotkey', 'TokenSymbol', 'SubnetIdentitiesV2', 'SubnetIdentitiesV3',
  ],
  'what neurons say and do themselves: addresses, certificates, children, sealed weights, limits': [
    'Axons', 'NeuronCertificates', 'Prometheus', 'AssociatedEvmAddress', 'ChildKeys', 'ParentKeys', 'PendingChildKeys', 'ChildkeyTake', 'WeightCommits', 'TimelockedWeightCommits', 'CRV3WeightCommits',
    'CRV3WeightCommitsV2', 'LastHotkeySwapOnNetuid', 'TransactionKeyLastBlock',
  ],
};

/** Neurons come by registration, weights and the block they were set in are written for them. */
export const COPIED_AS_NEURONS: readonly string[] = ['Uids', 'Keys', 'IsNetworkMember', 'SubnetworkN', 'BlockAtRegistration', 'Weights', 'LastUpdate'];
