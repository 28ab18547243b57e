import { expect, test } from 'vitest';
import * as neuron from '../../src/neuron/index.ts';
import * as wallet from '../../src/wallet/index.ts';

test('the public names of the entries', () => {
  expect({ neuron: Object.keys(neuron).sort(), wallet: Object.keys(wallet).sort() }).toMatchSnapshot();
});
