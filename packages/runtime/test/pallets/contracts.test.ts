/** On a chain where nothing is ever deployed, calls of Contracts and EVM answer as upstream does when nothing is there. */

import { addWeight, NONE, ROOT, signed, weightOf } from '@taonet/frame';
import { describe, expect, it } from 'vitest';
import { contractsWeights } from '../../src/weights/contracts.ts';
import { call, createBlockCtx, id, outcomeOf } from './createBlockCtx.ts';

const ALICE = 'aa'.repeat(32);
const HASH = '11'.repeat(32);
const bytes = new Uint8Array([0, 97, 115, 109]);
const gas = { ref_time: 1_000n, proof_size: 1_000n };
const bought = { value: 0n, gas_limit: gas, storage_deposit_limit: undefined, data: bytes };
const boughtOld = { ...bought, gas_limit: 1_000n };
const evm = { value: HASH, gas_limit: 1n, max_fee_per_gas: HASH, max_priority_fee_per_gas: undefined, nonce: undefined, access_list: [], authorization_list: [] };

describe('nothing is deployed here', () => {
  it.each([
    ['call', { ...bought, dest: id(ALICE) }, 'Contracts.ContractNotFound'],
    ['call_old_weight', { ...boughtOld, dest: id(ALICE) }, 'Contracts.ContractNotFound'],
    ['instantiate', { ...bought, code_hash: HASH, salt: bytes }, 'Contracts.CodeNotFound'],
    ['instantiate_old_weight', { ...boughtOld, code_hash: HASH, salt: bytes }, 'Contracts.CodeNotFound'],
    ['instantiate_with_code', { ...bought, code: bytes, salt: bytes }, 'Contracts.CodeRejected'],
    ['instantiate_with_code_old_weight', { ...boughtOld, code: bytes, salt: bytes }, 'Contracts.CodeRejected'],
    ['upload_code', { code: bytes, storage_deposit_limit: undefined, determinism: 'Enforced' }, 'Contracts.CodeRejected'],
    ['remove_code', { code_hash: HASH }, 'Contracts.CodeNotFound'],
    ['set_code', { dest: id(ALICE), code_hash: HASH }, 'BadOrigin'],
    ['migrate', { weight_limit: gas }, 'Contracts.NoMigrationPerformed'],
  ])('Contracts.%s', (name, args, expected) => {
    expect(outcomeOf(createBlockCtx(ALICE), signed(ALICE), call('Contracts', name, args))).toBe(expected);
    if (name === 'set_code') expect(outcomeOf(createBlockCtx(), ROOT, call('Contracts', name, args))).toBe('Contracts.ContractNotFound');
  });

  it.each(['call', 'call_old_weight'])('Contracts.%s: root may, nobody may not; the deposit comes before the contract', (name) => {
    const args = { ...(name === 'call' ? bought : boughtOld), dest: id(ALICE) };
    expect(outcomeOf(createBlockCtx(), ROOT, call('Contracts', name, args))).toBe('Contracts.ContractNotFound');
    expect(outcomeOf(createBlockCtx(), NONE, call('Contracts', name, args))).toBe('BadOrigin');
    // 10 TAO, of which the value and twice 500 rao stay out of reach.
    const most = 10_000_000_000n - 7n - 1_000n;
    const limited = (limit: bigint) => outcomeOf(createBlockCtx(ALICE), signed(ALICE), call('Contracts', name, { ...args, value: 7n, storage_deposit_limit: limit }));
    expect(limited(most)).toBe('Contracts.ContractNotFound');
    expect(limited(most + 1n)).toBe('Contracts.StorageDepositNotEnoughFunds');
    expect(outcomeOf(createBlockCtx(), ROOT, call('Contracts', name, { ...args, storage_deposit_limit: most }))).toBe('Contracts.ContractNotFound');
  });

  it.each([
    ['instantiate_with_code', { ...bought, salt: bytes }],
    ['instantiate_with_code_old_weight', { ...boughtOld, salt: bytes }],
    ['upload_code', { storage_deposit_limit: undefined, determinism: 'Relaxed' }],
  ])('Contracts.%s: length before content, signed only', (name, args) => {
    const withCode = (length: number) => call('Contracts', name, { ...args, code: new Uint8Array(length) });
    expect(outcomeOf(createBlockCtx(ALICE), signed(ALICE), withCode(131_072))).toBe('Contracts.CodeRejected');
    expect(outcomeOf(createBlockCtx(ALICE), signed(ALICE), withCode(131_073))).toBe('Contracts.CodeTooLarge');
    expect(outcomeOf(createBlockCtx(), ROOT, withCode(1))).toBe('BadOrigin');
  });

  it.each([
    ['call', { ...bought, dest: id(ALICE) }, true],
    ['call', { ...bought, dest: id(ALICE), storage_deposit_limit: 10_000_000_000n }, true],
    ['call', { ...bought, dest: { type: 'Index', value: undefined } }, false],
    ['instantiate', { ...bought, code_hash: HASH, salt: bytes }, true],
    ['instantiate_with_code', { ...bought, code: bytes, salt: bytes }, false],
  ])('Contracts.%s gives gas back only where it was counted', (name, args, back) => {
    const ctx = createBlockCtx(ALICE);
    const { post } = ctx.dispatch(call('Contracts', name, args), signed(ALICE));
    if (!back) expect(post.actualWeight).toBeUndefined();
    else expect(addWeight(post.actualWeight!, weightOf(1_000n, 1_000n))).toEqual(contractsWeights[name]!(args, ctx).weight);
  });

  it.each([
    ['call', { ...evm, source: 'bb'.repeat(20), target: 'cc'.repeat(20), input: bytes }],
    ['create', { ...evm, source: 'bb'.repeat(20), init: bytes }],
    ['create2', { ...evm, source: 'bb'.repeat(20), init: bytes, salt: HASH }],
  ])('EVM.%s is for the address that the signer begins with, and executed for nobody', (name, args) => {
    expect(outcomeOf(createBlockCtx(ALICE), signed(ALICE), call('EVM', name, args))).toBe('BadOrigin');
    expect(outcomeOf(createBlockCtx(ALICE), signed(ALICE), call('EVM', name, { ...args, source: 'aa'.repeat(20) }))).toBe('System.CallFiltered');
  });
});
