/** What the transaction costs that buys a place. */

import type { Client } from '@taonet/sdk';

const NOBODY = `0x${'00'.repeat(32)}`;
/** Around the call: length 2, format 1, address 33, signature 65, era 2, nonce 1, tip 1, mode 1. */
const SIGNED_BYTES = 106;
const HEX_PER_BYTE = 2;

/** Its fee without the burn, rao; the same whoever sends it. */
export async function registerFeeRao(client: Client, netuid: number): Promise<bigint> {
  const { call, callHex } = client.tx.SubtensorModule.burned_register({ netuid, hotkey: NOBODY });
  const { partial_fee: fee } = await client.api.TransactionPaymentCallApi.query_call_info({ call, len: callHex.length / HEX_PER_BYTE - 1 + SIGNED_BYTES });
  return fee;
}
