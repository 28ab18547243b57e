/**
 * Why an item of upstream is not, or not wholly, done here. Every reason was looked up in upstream's sources at 14bc6f9: where it says that
 * upstream does not do it either, no code but tests, benchmarks and one-off migrations does.
 */

export const NO_EVM = 'no EVM is executed';
export const NO_CONTRACTS = 'no contract is executed';
const SAME = 'as upstream: ';
const LEGACY = `${SAME}left over from an earlier version, nothing writes it`;
const CLEARED = `${SAME}nothing writes it any more, it goes with its subnet`;
const ONE_OFF = `${SAME}only upgrades of a running chain write it; a new chain has none behind it`;
const UNRAISED = `${SAME}declared, and no code deposits it`;
const UNTHROWN = `${SAME}declared, and no code refuses with it`;
const GRANDPA_OFFENCE = 'reports of equivocation cannot exist on a chain that is always final';
const NO_DEPOSIT = `${SAME}the chain is configured without deposits for the safe mode`;

type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

const each = (names: string, why: string): Record<string, string> => Object.fromEntries(names.split(' ').map((name) => [name, why]));

export const CALL_REASONS: Readonly<Record<string, string>> = { Ethereum: NO_EVM, EVM: NO_EVM, Contracts: NO_CONTRACTS, Grandpa: GRANDPA_OFFENCE };

/** Calls that answer as upstream where nothing is deployed, and otherwise not. */
export const PARTIAL_CALLS: Reasons = {
  EVM: each('call create create2', `the origin is checked; ${NO_EVM}`),
  Contracts: each('upload_code instantiate_with_code instantiate_with_code_old_weight', `code is never accepted: ${NO_CONTRACTS}`),
};

export const STORAGE_REASONS: Reasons = {
  System: each('LastRuntimeUpgrade UpgradedToU32RefCount UpgradedToTripleRefCount', `${SAME}written at genesis and by upgrades of the runtime, which this chain has none of`),
  Grandpa: each('CurrentSetId SetIdSession', `${SAME}written at genesis; sessions that would move them are not part of the runtime`),
  Balances: {
    InactiveIssuance: `${SAME}nothing deactivates issuance`,
    Account: `${SAME}balances stand in System.Account`,
    ...each('Locks Reserves Freezes', `${SAME}no pallet of the runtime locks, names reserves or freezes`),
  },
  TransactionPayment: { StorageVersion: `${SAME}written at genesis only` },
  SubtensorModule: {
    ...each('NextStakeJobId MaxWeightsLimit LastTxBlock LastTxBlockChildKeyTake LastTxBlockDelegateTake', LEGACY),
    ...each('MinActivityCutoff MaturityRate UnlockRate WeightsVersionKeyRateLimit NetworkRegistrationStartBlock TaoInRefundDeploymentBlock', `${SAME}read, and its default always holds: no call sets it`),
    ...each('NetworkPowRegistrationAllowed POWRegistrationsThisInterval BurnRegistrationsThisInterval ValidatorPruneLen ScalingLawPower LastAdjustmentBlock CRV3WeightCommits CRV3WeightCommitsV2', CLEARED),
    ...each('SubnetEmaTaoFlow SubnetEmaProtocolFlow', `${SAME}only shares by flow write it, which emission no longer calls; it goes with its subnet`),
    TaoWeight: `${SAME}written at genesis only: the call that set it is gone`,
    LargestLocked: `${SAME}written at genesis only, and goes with its subnet`,
    LastHotkeyEmissionOnNetuid: `${SAME}read by the runtime API and removed; nothing writes it any more`,
    TotalHotkeyShares: `${SAME}only read and moved over to TotalHotkeySharesV2`,
    HasMigrationRun: ONE_OFF,
  },
  Preimage: { StatusFor: `${SAME}only requests of an earlier version stand there; RequestStatusFor is written` },
  SafeMode: { Deposits: NO_DEPOSIT },
  Ethereum: each('Pending CounterForPending', NO_EVM),
  EVM: each('AccountCodes AccountCodesMetadata AccountStorages', NO_EVM),
  Drand: { HasMigrationRun: ONE_OFF },
  Crowdloan: { HasMigrationRun: ONE_OFF },
  Swap: { HasMigrationRun: ONE_OFF, ScrapReservoirAlpha: LEGACY },
  Contracts: each('PristineCode CodeInfoOf Nonce ContractInfoOf DeletionQueue DeletionQueueCounter MigrationInProgress', NO_CONTRACTS),
  MevShield: { HasMigrationRun: ONE_OFF },
  LimitOrders: { HasMigrationRun: ONE_OFF },
};

export const EVENT_REASONS: Reasons = {
  Balances: {
    ...each('Suspended Restored', `${SAME}only the generic asset traits mint and burn so, and no pallet uses them`),
    ...each('Locked Unlocked Frozen Thawed', `${SAME}no pallet of the runtime locks or freezes`),
  },
  SubtensorModule: {
    ...each('BulkNeuronsRegistered BulkBalancesSet MaxWeightLimitSet RhoSet AlphaSigmoidSteepnessSet DelegateAdded DefaultTakeSet BurnSet Sudid', UNRAISED),
    ...each('AllBalanceUnstakedAndTransferredToNewColdkey ArbitrationPeriodExtended DissolveNetworkScheduled CRV3WeightsCommitted CRV3WeightsRevealed StakeUnlocked', UNRAISED),
    ...each('BurnHalfLifeSet BurnIncreaseMultSet', `${SAME}AdminUtils deposits its own event of this name`),
    ...each('ValidatorPruneLenSet ScalingLawPowerSet PowRegistrationAllowed', `${SAME}its setter is left over, no call reaches it`),
  },
  SafeMode: each('DepositPlaced DepositReleased DepositSlashed CannotDeposit CannotRelease', NO_DEPOSIT),
  Ethereum: { Executed: NO_EVM },
  EVM: each('Log Created CreatedFailed Executed ExecutedFailed', NO_EVM),
  Contracts: each('Instantiated Terminated CodeStored ContractEmitted CodeRemoved ContractCodeUpdated Called DelegateCalled StorageDepositTransferredAndHeld StorageDepositTransferredAndReleased', NO_CONTRACTS),
  MevShield: each('ExtrinsicDispatchFailed ExtrinsicDispatched ExtrinsicPostponed ExtrinsicWeightExceeded', `${SAME}the runtime cannot decrypt what store_encrypted keeps, so no such call gets that far`),
};

/** Where no test lists the reason. */
export const ERROR_REASONS: Reasons = {
  System: {
    ...each('InvalidSpecName SpecVersionNeedsToIncrease', 'code that is set is not read: the runtime is this program'),
    NonDefaultComposite: `${SAME}suicide of an account is no call any more`,
    NonZeroRefCount: `${SAME}suicide of an account is no call any more`,
    MultiBlockMigrationsOngoing: `${SAME}the runtime has no migrations over several blocks`,
  },
  Grandpa: {
    ...each('PauseFailed ResumeFailed', `${SAME}nothing in the runtime pauses finality`),
    ...each('InvalidKeyOwnershipProof InvalidEquivocationProof DuplicateOffenceReport', GRANDPA_OFFENCE),
  },
  SubtensorModule: {
    ...each('NotEnoughStake ZeroBalanceAfterWithdrawn MaxWeightExceeded HotKeyAlreadyDelegate StakingRateLimitExceeded TransactorAccountShouldBeHotKey AllNetworksInImmunity', UNTHROWN),
    ...each('NotRootSubnet CallDisabled NotEnoughAlphaOutToRecycle AddStakeBurnRateLimitExceeded DisabledTemporarily UnlockAmountTooHigh', UNTHROWN),
    FaucetDisabled: `${SAME}builds without the faucet do not have the call`,
    UidMapCouldNotBeCleared: `${SAME}clearing a map to its end cannot leave anything`,
  },
  Utility: { InvalidDerivedAccount: `${SAME}32 bytes always are an account` },
  Multisig: each('NoApprovalsNeeded AlreadyStored', UNTHROWN),
  Preimage: { Requested: UNTHROWN },
  Scheduler: each('RescheduleNoChange Named', `${SAME}no call moves a task to another time`),
  Proxy: {
    Unproxyable: UNTHROWN,
    AnnouncementDepositInvariantViolated: `${SAME}deposits are always given back or taken as planned`,
    InvalidDerivedAccountId: `${SAME}32 bytes always are an account`,
  },
  Commitments: { TooManyFieldsInCommitmentInfo: `${SAME}a longer list does not decode` },
  SafeMode: each('AlreadyDeposited CannotReleaseYet CurrencyError', NO_DEPOSIT),
  Ethereum: each('InvalidSignature PreLogExists', NO_EVM),
  EVM: each('BalanceLow FeeOverflow PaymentOverflow WithdrawFailed GasPriceTooLow InvalidNonce GasLimitTooLow GasLimitTooHigh InvalidChainId InvalidSignature Reentrancy TransactionMustComeFromEOA Undefined NotAllowed CreateOriginNotAllowed', NO_EVM),
  Drand: each('NoneValue StorageOverflow DrandConnectionFailure UnverifiedPulse', UNTHROWN),
  Crowdloan: { ContributionPeriodNotEnded: UNTHROWN },
};

export const API_REASONS: Readonly<Record<string, string>> = {
  Core_initialize_block: 'only the chain makes blocks; what it would write could not be kept',
  BlockBuilder_apply_extrinsic: 'only the chain makes blocks; `system_dryRun` applies one extrinsic and forgets it',
  BlockBuilder_finalize_block: 'only the chain makes blocks',
  BlockBuilder_inherent_extrinsics: 'only the chain makes blocks',
  BlockBuilder_check_inherents: 'no block of another author ever comes in',
  GenesisBuilder_build_state: 'its whole effect would be a state, which a call over RPC throws away; `--preset` says what a chain starts from',
  OffchainWorkerApi_offchain_worker: 'there is no offchain worker; drand pulses are written by a transaction',
  SessionKeys_generate_session_keys: 'the node keeps no keys',
};
