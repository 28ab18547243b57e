/** Runtime API ContractsApi. */

import { accountId, apiMethod, bytes, option, result, type ApiDecl, u64 } from '@taonet/codec';
import { determinism } from '../types/contracts.ts';
import {
  codeUploadReturnValue, contractAccessError, contractCode, contractResult, execReturnValue, instantiateReturnValue,
} from '../types/contractsApi.ts';
import { dispatchError } from '../types/dispatch.ts';
import { weight } from '../types/weight.ts';

export const contractsApi = {
  name: 'ContractsApi',
  id: '68b66ba122c93fa7',
  version: 2,
  methods: {
    call: apiMethod({
      origin: accountId,
      dest: accountId,
      value: u64,
      gas_limit: option(weight),
      storage_deposit_limit: option(u64),
      input_data: bytes,
    }, contractResult(result(execReturnValue, dispatchError))),
    instantiate: apiMethod({
      origin: accountId,
      value: u64,
      gas_limit: option(weight),
      storage_deposit_limit: option(u64),
      code: contractCode,
      data: bytes,
      salt: bytes,
    }, contractResult(result(instantiateReturnValue, dispatchError))),
    upload_code: apiMethod({
      origin: accountId,
      code: bytes,
      storage_deposit_limit: option(u64),
      determinism,
    }, result(codeUploadReturnValue, dispatchError)),
    get_storage: apiMethod({ address: accountId, key: bytes }, result(option(bytes), contractAccessError)),
  },
} as const satisfies ApiDecl;
