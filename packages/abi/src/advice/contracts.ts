/**
 * Advice on refusals of pallets that run contracts. This program runs none: Contracts answers as where nothing is deployed, and where the
 * EVM would run, calls end with System.CallFiltered.
 */

import { errors as contracts } from '../contracts/errors.ts';
import { errors as ethereum } from '../ethereum/errors.ts';
import { errors as evm } from '../evm/errors.ts';
import type { Advice, PalletAdvice } from './advice.ts';

const ELSEWHERE = 'Try contracts on a public test network.';

const notRun: Advice = {
  check: 'A contract runs without this error.',
  fix: `taonet runs no contracts, and never refuses with this. ${ELSEWHERE}`,
};

/** Advice on each error: that nothing runs here, but for those that calls do end with. */
function forAll<Errors extends Readonly<Record<string, number>>>(errors: Errors, reached: Partial<PalletAdvice<Errors>> = {}): PalletAdvice<Errors> {
  return { ...(Object.fromEntries(Object.keys(errors).map((name) => [name, notRun])) as unknown as PalletAdvice<Errors>), ...reached };
}

export const contractsAdvice = forAll(contracts, {
  ContractNotFound: { check: 'A contract lives at the address.', fix: `taonet runs no contracts, so none lives anywhere. To send TAO use Balances.transfer_keep_alive. ${ELSEWHERE}` },
  CodeNotFound: { check: 'Code of this hash is stored.', fix: `taonet accepts no code, so none is stored. ${ELSEWHERE}` },
  CodeTooLarge: { check: 'The code is at most Contracts.MaxCodeLen (131,072) bytes long.', fix: `Make it smaller; taonet accepts no code of any length. ${ELSEWHERE}` },
  CodeRejected: { check: 'The code is a valid contract.', fix: `taonet runs no contracts and rejects valid code too. ${ELSEWHERE}` },
  StorageDepositNotEnoughFunds: { check: 'The signer has storage_deposit_limit beside the value and twice the existential deposit.', fix: 'State a smaller storage_deposit_limit or none, or send TAO to the signer.' },
  NoMigrationPerformed: { check: 'A migration of contracts is under way.', fix: 'There is nothing to migrate: leave the call out.' },
});
export const evmAdvice = forAll(evm);
export const ethereumAdvice = forAll(ethereum);
