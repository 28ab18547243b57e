import { buildMetadata } from '@taonet/frame';
import { expect, test } from 'vitest';
import { docs } from '@taonet/abi/docs';
import { pallets, runtimeDescription } from './index.ts';

const DOCUMENTED = [
  'System', 'RandomnessCollectiveFlip', 'Timestamp', 'Aura', 'Grandpa', 'Balances', 'TransactionPayment', 'SubtensorModule', 'Utility', 'Sudo',
  'AdminUtils', 'Swap', 'AlphaAssets',
];
const PARTS = ['calls', 'events', 'errors', 'storage', 'constants'] as const;

test('each error of each pallet has a sentence: clients call one without unknown', () => {
  for (const { name, errors } of pallets) expect(Object.keys(docs[name]?.errors ?? {}).sort(), name).toEqual(Object.keys(errors).sort());
});

test('each item of the documented pallets has one sentence, and nothing else has', () => {
  for (const name of DOCUMENTED) {
    const pallet = pallets.find((one) => one.name === name)!;
    for (const part of PARTS) {
      expect(Object.keys(docs[name]![part] ?? {}).sort(), `${name} ${part}`).toEqual(Object.keys(pallet[part]).sort());
    }
  }
});

test('sentences are sentences', () => {
  const odd = Object.keys(docs).flatMap((name) => PARTS.flatMap((part) => Object.entries(docs[name]![part] ?? {})))
    .filter(([, text]) => text.length > 200 || !/^[A-Z`].*[.]$/.test(text));
  expect(odd).toEqual([]);
});

test('they stand in the metadata', () => {
  const built = buildMetadata(runtimeDescription, { fast: true, powFaucet: true }, 14, docs);
  const balances = built.value.pallets[5]!;
  expect(balances.storage!.entries[0]!.docs).toEqual(['All TAO there is, in rao.']);
  expect(balances.constants[0]!.docs).toEqual(['Least balance of an account, in rao.']);
  const calls = built.value.types[(balances as { readonly calls: number }).calls]!;
  if (calls.def.type !== 'variant') throw new TypeError('not an enum');
  expect(calls.def.value[0]).toMatchObject({ name: 'transfer_allow_death', docs: ['Sends TAO; the sender\'s account may vanish.'] });
});
