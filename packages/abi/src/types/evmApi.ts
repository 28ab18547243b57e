/** What the EVM answers to simulations. */

import { option, param, spelled, struct, type Codec, type ValueOf, u256, u64, vec } from '@taonet/codec';
import { ethereumLog } from './ethereum.ts';
import { evmExitReason } from './evm.ts';

/** `evm::backend::Basic` */
export const evmAccountBasic = struct('evm::backend::Basic', { balance: u256, nonce: u256 });
export type EvmAccountBasic = ValueOf<typeof evmAccountBasic>;

/** `fp_evm::UsedGas` */
export const usedGas = struct('fp_evm::UsedGas', { standard: u256, effective: u256 });
export type UsedGas = ValueOf<typeof usedGas>;

/** `fp_evm::WeightInfo` */
export const weightInfo = struct('fp_evm::WeightInfo', {
  ref_time_limit: option(u64),
  proof_size_limit: option(u64),
  ref_time_usage: option(u64),
  proof_size_usage: option(u64),
});
export type WeightInfo = ValueOf<typeof weightInfo>;

/** What an EVM execution gives; `output` is its returned value. */
export const executionInfoV2 = <T>(output: Codec<T>) =>
  struct('fp_evm::ExecutionInfoV2', {
    exit_reason: spelled(evmExitReason, 'ExitReason'),
    value: spelled(output, 'T'),
    used_gas: usedGas,
    weight_info: option(weightInfo),
    logs: spelled(vec(ethereumLog), 'Vec<Log>'),
  }, [param('T', output)]);
