import { evm } from '@taonet/abi';
import { BAD_ORIGIN, bindCalls, ensureRoot, ensureSigned, type Origin, type StateCtx } from '@taonet/frame';
import { bytesToHex, concatBytes, ensure, hexToBytes, refuse, utf8ToBytes, type AccountId } from '@taonet/primitives';
import { transfer } from '../balances/transfer.ts';
import { E as SystemError } from '../system/pallet.ts';
import { S } from './pallet.ts';

const PREFIX = utf8ToBytes('evm:');
const ADDRESS_CHARS = 40;

/** The account that holds an EVM address's money. source: runtime/src/lib.rs, HashedAddressMapping @ 14bc6f9 */
export function accountOfAddress(ctx: Pick<StateCtx, 'crypto'>, address: string): AccountId {
  return bytesToHex(ctx.crypto.blake2b256(concatBytes(PREFIX, hexToBytes(address))));
}

/** The signer must be the address in whose name it acts. */
function ensureOwnAddress(origin: Origin, address: string): AccountId {
  const who = ensureSigned(origin);
  ensure(who.slice(0, ADDRESS_CHARS) === address, BAD_ORIGIN, { actual: address, required: who.slice(0, ADDRESS_CHARS) });
  return who;
}

/** No EVM is executed: whoever may call, cannot. */
function refuseExecution(name: string) {
  return (_: unknown, origin: Origin, { source }: { readonly source: string }): never => {
    ensureOwnAddress(origin, source);
    return refuse(SystemError.CallFiltered, { unsupported: `EVM.${name}` });
  };
}

/** source: frontier d553a1155, frame/evm/src/lib.rs */
export const calls = bindCalls(evm, {
  /** Moves money of the address that the signer's account begins with to the signer. refuses BadOrigin */
  withdraw(ctx, origin, { address, value }) {
    const who = ensureOwnAddress(origin, address);
    const from = accountOfAddress(ctx, address);
    if (value !== 0n && from !== who) transfer(ctx, from, who, value, 'Expendable');
  },

  call: refuseExecution('call'),
  create: refuseExecution('create'),
  create2: refuseExecution('create2'),

  set_whitelist(ctx, origin, { new: addresses }) {
    ensureRoot(origin);
    S.WhitelistedCreators.set(ctx, addresses);
  },

  disable_whitelist(ctx, origin, { disabled }) {
    ensureRoot(origin);
    S.DisableWhitelistCheck.set(ctx, disabled);
  },
});
