import { expect, test } from 'vitest';
import { epochsByBlockNumber } from '../src/actions/epochs.ts';

test('before spec 423 an epoch is due where (block + netuid + 1) mod (tempo + 1) = tempo', () => {
  for (const [netuid, tempo] of [[1, 10], [2, 20], [3, 360], [64, 1]] as const) {
    const due = (block: number): boolean => (block + netuid + 1) % (tempo + 1) === tempo;
    for (let block = 0; block < 3 * (tempo + 1); block++) {
      let next = block + 1;
      while (!due(next)) next++;
      const { nextEpochBlock, lastEpochBlock, period } = epochsByBlockNumber(block, netuid, tempo);
      expect([nextEpochBlock, period]).toEqual([next, tempo + 1]);
      expect(lastEpochBlock).toBe(Math.max(0, next - tempo - 1));
    }
  }
  expect(epochsByBlockNumber(5, 1, 0).nextEpochBlock).toBeUndefined();
});
