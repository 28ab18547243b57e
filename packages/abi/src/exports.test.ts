import { expect, test } from 'vitest';
import * as all from './index.ts';

test('the public names of the package', () => {
  expect(Object.keys(all).sort()).toMatchSnapshot();
});
