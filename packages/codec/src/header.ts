/** Block headers and their digest. source: sp_runtime/src/generic/{header,digest}.rs of polkadot-sdk @ 7cc54bf */

import type { ValueOf } from './codec.ts';
import { param, spelled, struct } from './composite.ts';
import { bytes, compactU32, fixedBytes, h256, u32 } from './scalars.ts';
import { vec } from './sequence.ts';
import { row, variant } from './variant.ts';

const engine = spelled(fixedBytes(4), 'ConsensusEngineId');

/** One digest item: who put it there (4-byte engine id) and its data. */
export const digestItem = variant('sp_runtime::generic::digest::DigestItem', {
  PreRuntime: row(6, [engine, bytes]),
  Consensus: row(4, [engine, bytes]),
  Seal: row(5, [engine, bytes]),
  Other: row(0, [bytes]),
  RuntimeEnvironmentUpdated: row(8),
});
export type DigestItem = ValueOf<typeof digestItem>;

export const digest = struct('sp_runtime::generic::digest::Digest', { logs: vec(digestItem) });
export type Digest = ValueOf<typeof digest>;

/** A header. Its hash is blake2-256 of its bytes. */
export const header = struct(
  'sp_runtime::generic::header::Header',
  {
    parent_hash: spelled(h256, 'Hash::Output'),
    number: spelled(compactU32, 'Number'),
    state_root: spelled(h256, 'Hash::Output'),
    extrinsics_root: spelled(h256, 'Hash::Output'),
    digest,
  },
  [param('Number', u32), { name: 'Hash' }],
);
export type Header = ValueOf<typeof header>;
