/** The bodies of a chain that starts with governance: the seats of upstream's local network of May 2025. source: node/src/chain_spec/localnet.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import { defect, type AccountId } from '@taonet/primitives';
import { senate, triumvirateSeats } from '../pallets/membership/pallet.ts';
import { S as Triumvirate } from '../pallets/triumvirate/pallet.ts';
import { createAccountIfNonExistent } from '../rules/may2025/staking/accounts.ts';
import { LOCALNET_ENDOWMENTS } from './genesisConfig.ts';

function accountOf(uri: string): AccountId {
  return LOCALNET_ENDOWMENTS.find((one) => one.uri === uri)?.account ?? fail(uri);
}

function fail(uri: string): never {
  throw defect('NotEndowed', { uri });
}

const TRIUMVIRATE = ['//Alice', '//Bob', '//Charlie'].map(accountOf).sort();
const SENATE = ['//Dave', '//Eve', '//Ferdie'].map(accountOf).sort();

/** Seats Alice, Bob and Charlie in the triumvirate, Dave, Eve and Ferdie in the senate; ours: each senator owns itself as a hotkey, so that it can vote. */
export function writeGovernanceGenesis(ctx: StateCtx): void {
  triumvirateSeats.S.Members.set(ctx, TRIUMVIRATE);
  Triumvirate.Members.set(ctx, TRIUMVIRATE);
  senate.S.Members.set(ctx, SENATE);
  for (const senator of SENATE) createAccountIfNonExistent(ctx, senator, senator);
}
