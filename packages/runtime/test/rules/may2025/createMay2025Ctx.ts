/** A block in the making on an otherwise empty chain under the rules of May 2025, with all calls of the runtime. */

import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { mintInto } from '../../../src/pallets/balances/issue.ts';
import { S as Rules } from '../../../src/pallets/rules/pallet.ts';
import { S as Subtensor } from '../../../src/pallets/subtensor/pallet.ts';
import { S as System } from '../../../src/pallets/system/pallet.ts';
import { RULES_OF_MAY_2025 } from '../../../src/rules/activeRules.ts';
import { createSpec, type Spec } from '../../../src/spec.ts';

const TAO = 1_000_000_000n;

export const specOfMay2025: Spec = createSpec({ fast: false, powFaucet: false, extended: true }, await createCrypto());

/** At block 1,000; everybody in `rich` has 10 TAO, which the pallet's issuance counts. */
export function createMay2025Ctx(...rich: readonly AccountId[]): BlockCtx {
  const ctx = new BlockCtx(specOfMay2025, new Overlay(new MemoryState()), { rootOf: () => '' });
  System.Number.set(ctx, 1_000);
  Rules.Active.set(ctx, RULES_OF_MAY_2025);
  for (const who of rich) mintInto(ctx, who, 10n * TAO);
  Subtensor.TotalIssuance.set(ctx, 10n * TAO * BigInt(rich.length));
  return ctx;
}
