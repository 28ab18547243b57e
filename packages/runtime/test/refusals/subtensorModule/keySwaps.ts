import { ROOT } from '@taonet/frame';
import { bytesToHex, hexToBytes, I96F32 } from '@taonet/primitives';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { spec } from '../../pallets/createBlockCtx.ts';
import type { Provocation } from '../provoke.ts';
import { all, atBlock, coldkey, COLDKEY, has, HOTKEY, NETUID, OTHER_COLDKEY, OTHER_HOTKEY, owns, seats, stakes, subnet, subtensor, TAO, unguarded, type Step } from './scenery.ts';

const hotkeySwap = (netuid?: number, to = OTHER_HOTKEY) => subtensor('swap_hotkey_v2', { hotkey: HOTKEY, new_hotkey: to, netuid, keep_stake: false });
const EVERYWHERE = hotkeySwap();
const swappedAt = (block: bigint): Step => (ctx) => S.LastRateLimitedBlock.set(ctx, { type: 'LastTxBlock', value: COLDKEY }, block);
const claims: Step = (ctx) => S.RootClaimable.set(ctx, OTHER_HOTKEY, [[NETUID, I96F32.fromInt(1n)]]);

function row(error: string, call: Provocation['call'], facts: Provocation['facts'], more: Partial<Provocation> = {}): Provocation {
  return { error: `SubtensorModule.${error}`, arrange: owns(), origin: coldkey, call, facts, ...more };
}

const hotkeys: readonly Provocation[] = [
  row('NonAssociatedColdKey', EVERYWHERE, { hotkey: HOTKEY, actual: COLDKEY, required: OTHER_COLDKEY }, { because: 'the old hotkey', arrange: owns(HOTKEY, OTHER_COLDKEY) }),
  row('NonAssociatedColdKey', EVERYWHERE, { hotkey: OTHER_HOTKEY, actual: COLDKEY, required: OTHER_COLDKEY }, { because: 'the new hotkey', arrange: all(owns(), owns(OTHER_HOTKEY, OTHER_COLDKEY)) }),
  row('NewHotKeyIsSameWithOld', hotkeySwap(undefined, HOTKEY), { hotkey: HOTKEY }),
  row('HotKeySetTxRateLimitExceeded', EVERYWHERE, { coldkey: COLDKEY, actual: 1_000n, required: 1_901n }, { arrange: all(owns(), swappedAt(900n)) }),
  row('HotKeyAlreadyRegisteredInSubNet', EVERYWHERE, { netuid: undefined, hotkey: OTHER_HOTKEY }, { because: 'swap_hotkey_v2', arrange: all(owns(), subnet(), seats(NETUID, OTHER_HOTKEY)) }),
  row('HotKeyAlreadyRegisteredInSubNet', hotkeySwap(NETUID), { netuid: NETUID, hotkey: OTHER_HOTKEY }, { because: 'swap_hotkey_v2 on one subnet', arrange: all(owns(), subnet(), seats(NETUID, OTHER_HOTKEY)) }),
  row('NewHotKeyNotCleanForRootSwap', EVERYWHERE, { hotkey: OTHER_HOTKEY, claimable: 1, stake: 0n, claimed: 0, required: 0 }, { because: 'claims', arrange: all(owns(), claims) }),
  row('NewHotKeyNotCleanForRootSwap', hotkeySwap(0), { hotkey: OTHER_HOTKEY, claimable: 0, stake: TAO, claimed: 0, required: 0 }, { because: 'stake', arrange: all(owns(), stakes(TAO, 0, OTHER_HOTKEY)) }),
  row('NotEnoughBalanceToPaySwapHotKey', EVERYWHERE, { coldkey: COLDKEY, actual: 1_000n, required: TAO / 10n }, { because: 'everywhere', arrange: all(owns(), has(1_000n)) }),
  row('NotEnoughBalanceToPaySwapHotKey', hotkeySwap(NETUID), { coldkey: COLDKEY, actual: 1_000n, required: TAO / 1_000n }, { because: 'on one subnet', arrange: all(owns(), subnet(), has(1_000n), atBlock(100_000)) }),
];

const announce = subtensor('announce_coldkey_swap', { new_coldkey_hash: '00'.repeat(32) });
const carryOut = subtensor('swap_coldkey_announced', { new_coldkey: OTHER_COLDKEY });
const dispute = subtensor('dispute_coldkey_swap');
const rootSwap = subtensor('swap_coldkey', { old_coldkey: COLDKEY, new_coldkey: OTHER_COLDKEY, swap_cost: 0n });
const HASH = bytesToHex(spec.crypto.blake2b256(hexToBytes(OTHER_COLDKEY)));
const announced = (when: number, hash = HASH): Step => (ctx) => S.ColdkeySwapAnnouncements.set(ctx, COLDKEY, [when, hash]);
const disputed: Step = (ctx) => S.ColdkeySwapDisputes.set(ctx, COLDKEY, 950);

const coldkeys: readonly Provocation[] = [
  row('NotEnoughBalanceToPaySwapColdKey', announce, { coldkey: COLDKEY, actual: 500n, required: TAO / 10n }, { arrange: has(1_000n) }),
  row('ColdkeySwapReannouncedTooEarly', announce, { who: COLDKEY, actual: 1_000, required: 8_100 }, { arrange: announced(900) }),
  row('ColdkeySwapAnnouncementNotFound', carryOut, { who: COLDKEY }, { because: 'swap_coldkey_announced' }),
  row('ColdkeySwapAnnouncementNotFound', dispute, { coldkey: COLDKEY }, { because: 'dispute_coldkey_swap' }),
  row('ColdkeySwapAnnouncementNotFound', subtensor('clear_coldkey_swap_announcement'), { who: COLDKEY }, { because: 'clear_coldkey_swap_announcement' }),
  row('AnnouncedColdkeyHashDoesNotMatch', carryOut, { who: COLDKEY, actual: `0x${HASH}`, required: `0x${'11'.repeat(32)}` }, { arrange: announced(900, '11'.repeat(32)) }),
  row('ColdkeySwapTooEarly', carryOut, { who: COLDKEY, actual: 1_000, required: 1_001 }, { arrange: announced(1_001) }),
  // Of a signer the guard says ColdkeySwapDisputed before.
  row('ColdkeySwapAlreadyDisputed', dispute, { coldkey: COLDKEY }, { arrange: all(announced(900), disputed), ...unguarded(COLDKEY, dispute) }),
  row('ColdKeyAlreadyAssociated', rootSwap, { coldkey: OTHER_COLDKEY, actual: 1, required: 0 }, { origin: ROOT, arrange: (ctx) => S.StakingHotkeys.set(ctx, OTHER_COLDKEY, [HOTKEY]) }),
  row('NewColdKeyIsHotkey', rootSwap, { coldkey: OTHER_COLDKEY }, { origin: ROOT, arrange: owns(OTHER_COLDKEY) }),
];

export const rows: readonly Provocation[] = [...hotkeys, ...coldkeys];
