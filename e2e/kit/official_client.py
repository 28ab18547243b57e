"""The official SDK, unmodified, as a validator: usage official_client.py URL JSON; prints what it did as JSON in the last line.

{"do": "weights" | "foresee" | "commitment" | "revealed", "hotkey": key uri, "netuid": n, "block_time": seconds, ...}
"""

import json
import sys
import tempfile
import time

import bittensor as bt
from bittensor_drand import get_encrypted_commit_v2


def wallet_of(uri, folder):
    wallet = bt.Wallet(name="e2e", hotkey="e2e", path=folder)
    wallet.set_coldkey(bt.Keypair.create_from_uri("//Alice"), encrypt=False, overwrite=True)
    wallet.set_coldkeypub(bt.Keypair.create_from_uri("//Alice"), overwrite=True)
    wallet.set_hotkey(bt.Keypair.create_from_uri(uri), encrypt=False, overwrite=True)
    return wallet


def hexed(data):
    return bytes(data).hex() if isinstance(data, (bytes, bytearray, list)) else data


def foresee(subtensor, order):
    """The round that the library would choose now, by the call that set_weights makes."""
    block = subtensor.get_current_block()
    schedule = subtensor.get_epoch_schedule_state(order["netuid"], block=block)
    _, reveal_round = get_encrypted_commit_v2(
        uids=[0], weights=[1], version_key=0, last_epoch_block=schedule.last_epoch_block, pending_epoch_at=schedule.pending_epoch_at,
        subnet_epoch_index=schedule.subnet_epoch_index, tempo=schedule.tempo, blocks_since_last_step=schedule.blocks_since_last_step,
        current_block=schedule.current_block, subnet_reveal_period_epochs=subtensor.get_subnet_hyperparameters(order["netuid"]).commit_reveal_period,
        block_time=order["block_time"], hotkey=bytes(32),
    )
    return {"round": reveal_round}


def weights(subtensor, wallet, order):
    response = subtensor.set_weights(
        wallet=wallet, netuid=order["netuid"], uids=order["uids"], weights=order["weights"], block_time=order["block_time"], version_key=0, period=16,
    )
    data = response.data or {}
    return {"success": response.success, "message": str(response.message), "round": data.get("reveal_round"), "sealed": hexed(data.get("commit_for_reveal"))}


def commitment(subtensor, wallet, order):
    response = subtensor.set_reveal_commitment(
        wallet=wallet, netuid=order["netuid"], data=order["data"], blocks_until_reveal=order["blocks"], block_time=order["block_time"], period=16,
    )
    return {"success": response.success, "message": str(response.message), "round": response.data["reveal_round"], "sealed": hexed(response.data["encrypted"])}


def revealed(subtensor, wallet, order):
    found = subtensor.get_revealed_commitment_by_hotkey(order["netuid"], wallet.hotkey.ss58_address)
    return {"revealed": [list(one) for one in found or ()]}


def main():
    url, order = sys.argv[1], json.loads(sys.argv[2])
    started = time.time()
    with tempfile.TemporaryDirectory() as folder:
        subtensor = bt.Subtensor(network=url)
        wallet = wallet_of(order["hotkey"], folder)
        deeds = {"foresee": lambda: foresee(subtensor, order), "weights": lambda: weights(subtensor, wallet, order),
                 "commitment": lambda: commitment(subtensor, wallet, order), "revealed": lambda: revealed(subtensor, wallet, order)}
        answer = deeds[order["do"]]()
        subtensor.close()
    print(json.dumps({**answer, "from": started, "to": time.time()}))


main()
