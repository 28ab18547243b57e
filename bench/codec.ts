/** SCALE: what blocks, storage and answers are encoded with. */

import { accountInfo } from '@taonet/abi';
import { accountId, decode, encode, header, tuple, u16, u64, vec, type Codec } from '@taonet/codec';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { createNumbers, namedAccount } from '@taonet/testkit';
import { medianNs, type Benchmark, type Figure } from './harness.ts';

const REPEATS = 2000;

function run(): Figure[] {
  const next = createNumbers(3);
  const figures: Figure[] = [];
  const measure = <T>(name: string, codec: Codec<T>, values: readonly T[], repeats = REPEATS): void => {
    const encoded = values.map((value) => encode(codec, value));
    const write = medianNs(values.length * repeats, () => { for (let i = 0; i < repeats; i++) for (const value of values) encode(codec, value); });
    const read = medianNs(values.length * repeats, () => { for (let i = 0; i < repeats; i++) for (const bytes of encoded) decode(codec, bytes); });
    figures.push({ name: `encode ${name}`, value: write.ns, unit: 'ns', n: write.n }, { name: `decode ${name}`, value: read.ns, unit: 'ns', n: read.n });
  };
  measure('u64', u64, [1n, 2n ** 40n, 2n ** 64n - 1n]);
  measure('AccountId', accountId, [namedAccount(1, 1), namedAccount(1, 2)]);
  measure('AccountInfo', accountInfo, [{ nonce: 3, consumers: 1, providers: 1, sufficients: 0, data: { free: 10n ** 12n, reserved: 0n, frozen: 0n, flags: 2n ** 127n } }]);
  measure('header', header, [{ parent_hash: namedAccount(2, 1), number: 8_000_000, state_root: namedAccount(2, 2), extrinsics_root: namedAccount(2, 3), digest: { logs: [] } }]);
  measure('weights row of 192', vec(tuple(u16, u16)), [Array.from({ length: 192 }, (_, i): [number, number] => [i, next(65_536)])], 100);
  measure('StakeAdded arguments', vec(tuple(accountId, accountId, u64, u64, u16, u64)), [Array.from({ length: 100 }, (_, i): [string, string, bigint, bigint, number, bigint] => [namedAccount(3, i), namedAccount(4, i), 5n, 6n, 1, 7n])], 20);
  const bytes = Uint8Array.from({ length: 32 }, () => next(256));
  const hex = bytesToHex(bytes);
  const toHex = medianNs(100_000, () => { for (let i = 0; i < 100_000; i++) bytesToHex(bytes); });
  const fromHex = medianNs(100_000, () => { for (let i = 0; i < 100_000; i++) hexToBytes(hex); });
  figures.push({ name: '32 bytes to hex', value: toHex.ns, unit: 'ns', n: toHex.n }, { name: 'hex to 32 bytes', value: fromHex.ns, unit: 'ns', n: fromHex.n });
  return figures;
}

export const codec: Benchmark = { name: 'codec', what: 'SCALE encoding and decoding', run };
