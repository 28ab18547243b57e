/** The version record of the runtime. source: runtime/src/lib.rs, VERSION @ 14bc6f9 */

import { hexToBytes } from '@taonet/primitives';
import { apis } from './apis.ts';
import type { RuntimeVersion } from './types/system.ts';

/** What `Core_version` and `System.Version` give; equal in all builds. */
export const runtimeVersionRecord: RuntimeVersion = {
  spec_name: 'node-subtensor',
  impl_name: 'node-subtensor',
  authoring_version: 1,
  spec_version: 425,
  impl_version: 1,
  apis: apis.map(({ id, version }): [Uint8Array, number] => [hexToBytes(id), version]),
  transaction_version: 1,
  system_version: 1,
};
