import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { describe, expect, it } from 'vitest';
import { replayTrace, type TraceFile } from './trace.ts';

const crypto = await createCrypto();

function readTrace(name: string): TraceFile {
  const file = new URL(`../../../../fixtures/runtime/${name}.json.gz`, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString()) as TraceFile;
}

describe('blocks of upstream\'s runtime, made again', () => {
  it.each([
    { name: 'trace-a', blocks: 60, unsupported: {}, why: 'empty blocks, fast' },
    { name: 'trace-a-default', blocks: 60, unsupported: {}, why: 'empty blocks, production constants' },
    { name: 'trace-b-1-25', blocks: 25, unsupported: {}, why: 'transfers, subnets, registration, stake, weights, refused and invalid transactions' },
  ])('$name: $blocks blocks equal in events, storage, roots and hash ($why)', ({ name, blocks, unsupported }) => {
    const report = replayTrace(readTrace(name), crypto);
    expect(report.mismatches).toEqual([]);
    expect(report.unsupported).toEqual(unsupported);
    expect(report.passed).toBe(blocks);
  });

  it('behavior: a recording that was changed is reported by the name of the storage item, and what follows is made from the recording', () => {
    const trace = readTrace('trace-a');
    const slotKey = Object.keys(trace.blocks[2]!.diff!).find((key) => key.startsWith('0x57f8dc2f'))!;
    const blocks = trace.blocks.slice(0, 4).map((block, i) => (i === 2 ? { ...block, diff: { ...block.diff, [slotKey]: '0x0000000000000000' } } : block));
    const { passed, failed, mismatches } = replayTrace({ ...trace, blocks }, crypto);
    expect(mismatches[0]).toMatchObject({ block: 3, kind: 'storage', where: 'Aura.CurrentSlot()', expected: '"0"' });
    // The next block writes its own slot and nothing depends on the one before.
    expect({ passed, failed }).toEqual({ passed: 3, failed: 1 });
  });
});
