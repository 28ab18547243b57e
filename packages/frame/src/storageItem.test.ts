import { describe, expect, it } from 'vitest';
import { blake2Concat, item, map, identity, optionalMap, prodOrFast, u16, u64, accountId } from '@taonet/codec';
import { bindStorage } from './storageItem.ts';

describe('bindStorage', () => {
  it('types keys and values from the declaration', () => {
    const S = bindStorage({
      name: 'SubtensorModule',
      storage: {
        Tempo: map([identity(u16)], u16, prodOrFast(360, 10)),
        TotalNetworks: item(u16, 0),
        Uids: optionalMap([identity(u16), blake2Concat(accountId)], u64),
      },
    });
    expect(S.Tempo.name).toBe('Tempo');
    type Tempo = Parameters<typeof S.Tempo.set>;
    const args: Tempo = [undefined as never, 1, 360];
    expect(args.length).toBe(3);
    // @ts-expect-error a value of the wrong type does not compile
    const wrong: Tempo = [undefined as never, 1, 3n];
    expect(wrong.length).toBe(3);
    const uid: bigint | undefined = undefined as ReturnType<typeof S.Uids.get>;
    expect(uid).toBeUndefined();
  });
});
