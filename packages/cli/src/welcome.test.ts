import { cryptoReady, keyFromUri } from '@taonet/crypto';
import { LOCALNET_ENDOWMENTS } from '@taonet/runtime';
import { beforeAll, describe, expect, it } from 'vitest';
import { explainPreset, welcome } from './welcome.ts';

beforeAll(() => cryptoReady());

describe('welcome', () => {
  it('default: names every funded key with its address, as its URI gives it', () => {
    const text = welcome('dev', { endpoints: ['ws://127.0.0.1:1', 'ws://127.0.0.1:2'] });
    const keys = LOCALNET_ENDOWMENTS.filter(({ uri }) => uri !== undefined);
    expect(keys.map(({ uri }) => text.split('\n').find((line) => line.trim().startsWith(`${uri} `))?.trim().split(/\s+/)[1])).toEqual(keys.map(({ uri }) => keyFromUri(uri!).ss58));
    expect(text).toMatch(/Alice .* 1,000,000 TAO\n/);
    expect(text).toMatch(/Dave .*     2,000 TAO\n/);
    expect(text).toContain('  ws://127.0.0.1:1\n  ws://127.0.0.1:2\n');
    expect(explainPreset('localnet')).toContain('nothing is changed');
  });
});
