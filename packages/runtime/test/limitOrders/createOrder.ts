import type { LimitOrder, SignedOrder } from '@taonet/abi';
import { U64_MAX } from '@taonet/primitives';
import { account } from '../createTestCtx.ts';

/** A purchase on subnet 1 for 10 TAO at any price, without fee, unless told otherwise. */
export function createOrder(changes: Partial<LimitOrder> = {}): LimitOrder {
  return {
    signer: account(0x11), hotkey: account(1), netuid: 1, order_type: 'LimitBuy', amount: 10_000_000_000n, limit_price: U64_MAX, expiry: U64_MAX,
    fee_rate: 0, fee_recipient: account(0xfe), relayer: undefined, max_slippage: undefined, chain_id: 42n, partial_fills_enabled: false, ...changes,
  };
}

/** The order with a signature that the tests' crypto takes for good. */
export function createSigned(changes: Partial<LimitOrder> = {}, partialFill?: bigint): SignedOrder {
  return { order: { type: 'V1', value: createOrder(changes) }, signature: { type: 'Sr25519', value: new Uint8Array(64) }, partial_fill: partialFill };
}
