/** Check `timelock`: what the SDK seals until a round the official library opens, and the node opens what the official one sealed. usage: `node tools/run.mjs tools/clientTimelock.ts PYTHON…` */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { bytes, decode, struct, u64 } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { QUICKNET, sealUntilRound, sealWeights } from '@taonet/sdk/timelock';

/** Round 1000 of quicknet, whose signature is known; see fixtures/crypto. */
interface Golden {
  readonly round: number;
  readonly signature: string;
  readonly weights: { readonly hotkey: string; readonly uids: readonly number[]; readonly values: readonly number[]; readonly versionKey: number };
}

const golden = JSON.parse(gunzipSync(readFileSync('fixtures/crypto/timelock.json.gz')).toString()) as Golden;
const round = BigInt(golden.round);
/** As the library has it: what was sealed, then the round. */
const WITH_ROUND = struct('', { data: bytes, round: u64 });
const plain = [new Uint8Array(), Uint8Array.of(1), Uint8Array.from({ length: 3000 }, (_, i) => i & 0xff)];

const { openTimelock } = await createCrypto();
for (const python of process.argv.slice(2)) {
  const weights = { ...golden.weights, versionKey: BigInt(golden.weights.versionKey) };
  const sealed = [...plain.map((one) => sealUntilRound(one, round, QUICKNET.publicKey)), sealWeights(weights, round)];
  const asked = { round: golden.round, signature: golden.signature, plain: plain.map(bytesToHex), sealed: sealed.map(bytesToHex) };
  const { stdout } = await promisify(execFile)(python, ['clients/accept/timelock_peer.py', JSON.stringify(asked)]);
  const answer = JSON.parse(/^ANSWER (.*)$/m.exec(stdout)![1]!) as { readonly sealed: readonly string[]; readonly opened: readonly string[] | null };
  for (const [i, one] of answer.sealed.entries()) {
    const theirs = decode(WITH_ROUND, hexToBytes(one)) as { readonly data: Uint8Array; readonly round: bigint };
    assert.equal(theirs.round, round);
    assert.deepEqual(openTimelock(theirs.data, hexToBytes(golden.signature)), plain[i], `theirs of ${plain[i]!.length} bytes`);
  }
  console.log(`ok   ours opens ${answer.sealed.length} of ${python}`);
  if (answer.opened === null) continue;
  assert.deepEqual(answer.opened.slice(0, -1), plain.map(bytesToHex));
  const hotkey = answer.opened.at(-1)!.slice(2, 66);
  assert.equal(hotkey, golden.weights.hotkey);
  console.log(`ok   ${python} opens ${answer.opened.length} of ours`);
}
