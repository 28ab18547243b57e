/** Advice on refusals of pallets that run contracts: this program runs none, and says so for each of their errors. */

import { errors as contracts } from '../contracts/errors.ts';
import { errors as ethereum } from '../ethereum/errors.ts';
import { errors as evm } from '../evm/errors.ts';
import type { Advice, PalletAdvice } from './advice.ts';

const notRun: Advice = {
  check: 'A contract runs without this error.',
  fix: 'taonet runs no contracts: their calls end with System.CallFiltered and `facts.unsupported`. Try contracts on a public test network.',
};

/** The same advice for each error. */
function forAll<Errors extends Readonly<Record<string, number>>>(errors: Errors): PalletAdvice<Errors> {
  return Object.fromEntries(Object.keys(errors).map((name) => [name, notRun])) as unknown as PalletAdvice<Errors>;
}

export const contractsAdvice = forAll(contracts);
export const evmAdvice = forAll(evm);
export const ethereumAdvice = forAll(ethereum);
