"""A validator for the subnet Store, with the official SDK: `pip install bittensor==10.5.0`, then `python examples/store_validator.py URL NETUID [FOLDER]`.

FOLDER (.cache/store_validator) keeps the wallet `mine`. On a chain of this machine //Alice pays for everything, the stake on root too.
The SDK's dendrite asks the internet for the address of this machine; without internet, put clients/accept/shim before your PATH.
"""
import asyncio
import hashlib
import os
import random
import sys
from base64 import b64decode, b64encode
from pathlib import Path

import bittensor as bt
from store_miner import LEAF_BYTES, Store, done, proof, ready, tree

STAKE_TAO = 100_000
SHARDS, SHARD_LEAVES, SHARD_LIFE = 8, 32, 6  # wanted of each miner; leaves of a shard; rounds until a shard makes room
DEADLINE_S, ROUND_S = 4, 5


async def examine(ask, held):
    """One round with one miner, about what it holds: 0 to 1. One wrong or missing answer spoils the round."""
    for name in [name for name, (_, age) in held.items() if age == SHARD_LIFE]:
        await ask(op="drop", id=name)
        del held[name]
    while len(held) < SHARDS:
        shard = os.urandom(SHARD_LEAVES * LEAF_BYTES)
        name = tree(shard)[-1][0].hex()
        if not (await ask(op="put", id=name, bytes=b64encode(shard).decode())).held:
            break
        held[name] = (shard, 0)
    right = True
    for name, (shard, age) in held.items():
        nonce, leaves = os.urandom(16).hex(), random.choices(range(SHARD_LEAVES), k=4)
        answer = await ask(op="prove", id=name, nonce=nonce, leaves=leaves)
        pieces = [shard[leaf * LEAF_BYTES : (leaf + 1) * LEAF_BYTES] for leaf in leaves]
        right = right and [b64decode(piece) for piece in answer.proven or []] == pieces
        right = right and [[b64decode(node) for node in one] for one in answer.proofs or []] == [proof(tree(shard), leaf) for leaf in leaves]
        right = right and answer.digest == hashlib.sha256(nonce.encode() + b"".join(pieces)).hexdigest()
        held[name] = (shard, age + 1)
    if held and right:
        name, (shard, _) = random.choice(list(held.items()))
        right = b64decode((await ask(op="get", id=name)).shard or "") == shard
    return len(held) / SHARDS if right else 0


async def main(url="ws://127.0.0.1:9944", netuid="2", folder=".cache/store_validator"):
    netuid, sub, scores, holdings = int(netuid), bt.Subtensor(url), {}, {}
    wallet = ready(sub, Path(folder), netuid, tao=STAKE_TAO + 100)
    coldkey, hotkey = wallet.coldkeypub.ss58_address, wallet.hotkey.ss58_address
    if sub.get_stake(coldkey, hotkey, 0).tao < STAKE_TAO:
        done(sub.add_stake(wallet, netuid=0, hotkey_ss58=hotkey, amount=bt.Balance.from_tao(STAKE_TAO)))
    async with bt.Dendrite(wallet=wallet) as dendrite:
        while (graph := sub.metagraph(netuid)) and hotkey in graph.hotkeys:
            uid = graph.hotkeys.index(hotkey)
            print(f"block {graph.block.item()}: uid {uid}, permit {bool(graph.validator_permit[uid])}, dividends {graph.D[uid]:.4f}, scores {scores}", flush=True)
            if graph.validator_permit[uid]:
                miners = [axon for axon, permit in zip(graph.axons, graph.validator_permit) if axon.is_serving and not permit]

                async def round_of(axon):
                    async def ask(**question):
                        return await dendrite(axon, Store(**question), timeout=DEADLINE_S, deserialize=False)

                    return await examine(ask, holdings.setdefault(axon.hotkey, {}))

                marks = await asyncio.gather(*[round_of(axon) for axon in miners])
                # The last rounds count half; differences count cubed, so that the best work earns more than half of it.
                scores = {axon.hotkey: round((scores.get(axon.hotkey, mark) + mark) / 2, 3) for axon, mark in zip(miners, marks)}
                weights = {graph.hotkeys.index(key): score**3 for key, score in scores.items() if score > 0}
                if weights:
                    set_ = sub.set_weights(wallet, netuid, uids=list(weights), weights=list(weights.values()), wait_for_finalization=False)
                    print("" if set_.success else f"no weights: {set_.message}", end="", flush=True)
            await asyncio.sleep(ROUND_S)
    sys.exit("another neuron has taken this validator's place")


if __name__ == "__main__":
    try:
        asyncio.run(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        pass
