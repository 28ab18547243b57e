"""A miner for the subnet Store, with the official SDK: `pip install bittensor==10.5.0`, then `python examples/store_miner.py URL NETUID [FOLDER]`.

FOLDER (.cache/store_miner) keeps the wallet `mine`, made at the first start, and the shards. On a chain of this machine //Alice pays for everything.
"""
import hashlib
import re
import socket
import sys
import time
from base64 import b64decode, b64encode
from pathlib import Path
from typing import ClassVar, Optional, Tuple

import bittensor as bt

LEAF_BYTES, CAPACITY_BYTES = 1024, 256 << 20
# Where validators reach this machine: chains refuse 127.0.0.1, and macOS has no other loopback address.
ADDRESS = "127.0.0.2" if sys.platform != "darwin" else socket.gethostbyname(socket.gethostname())


class Store(bt.Synapse):
    """One request about one shard, whose name `id` is the hex of its Merkle root. Bytes travel in base64."""

    op: str  # put, prove, get or drop
    id: str
    bytes: Optional[str] = None
    nonce: Optional[str] = None
    leaves: Optional[list[int]] = None
    held: Optional[bool] = None
    shard: Optional[str] = None
    proven: Optional[list[str]] = None
    proofs: Optional[list[list[str]]] = None
    digest: Optional[str] = None
    required_hash_fields: ClassVar[tuple[str, ...]] = ("op", "id", "bytes", "nonce")


def tree(shard):
    """All layers, from the leaves' hashes to the root; a node without a neighbour goes up as it is."""
    layers = [[hashlib.sha256(b"\0" + shard[at : at + LEAF_BYTES]).digest() for at in range(0, len(shard), LEAF_BYTES)]]
    while len(layers[-1]) > 1:
        pairs = [layers[-1][at : at + 2] for at in range(0, len(layers[-1]), 2)]
        layers.append([hashlib.sha256(b"\1" + b"".join(pair)).digest() if len(pair) == 2 else pair[0] for pair in pairs])
    return layers


def proof(layers, leaf):
    """The neighbours on the way from a leaf to the root."""
    return [layer[leaf >> depth ^ 1] for depth, layer in enumerate(layers[:-1]) if leaf >> depth ^ 1 < len(layer)]


def text(data):
    return b64encode(data).decode()


def done(response):
    return response if response.success else sys.exit(response.message)


def ready(sub, folder, netuid, tao):
    """The wallet in `folder`: with at least `tao` TAO, and registered."""
    wallet = bt.Wallet(name="mine", hotkey="default", path=str(folder / "wallets"))
    wallet.create_if_non_existent(coldkey_use_password=False, hotkey_use_password=False, suppress=True)
    if re.search(r"//(localhost|127\.|\[::1\])", sub.chain_endpoint) and sub.get_balance(wallet.coldkeypub.ss58_address).tao < 1:
        alice = bt.Wallet(name="alice", path=str(folder / "wallets"))
        for keep in (alice.set_coldkeypub, alice.set_coldkey):
            keep(keypair=bt.Keypair.create_from_uri("//Alice"), encrypt=False, overwrite=True)
        done(sub.transfer(alice, wallet.coldkeypub.ss58_address, bt.Balance.from_tao(tao), wait_for_finalization=True))
    if not sub.is_hotkey_registered(wallet.hotkey.ss58_address, netuid):
        done(sub.burned_register(wallet, netuid))
    return wallet


def main(url="ws://127.0.0.1:9944", netuid="2", folder=".cache/store_miner"):
    netuid, folder, sub = int(netuid), Path(folder), bt.Subtensor(url)
    wallet, shards, permitted = ready(sub, folder, netuid, tao=100), folder / "shards", set()
    shards.mkdir(parents=True, exist_ok=True)

    def forward(synapse: Store) -> Store:
        file = shards / bytes.fromhex(synapse.id).hex()  # no path, whatever was asked
        if synapse.op == "put":
            data, synapse.bytes = b64decode(synapse.bytes), None  # need not travel back
            fits = sum(one.stat().st_size for one in shards.iterdir()) + len(data) <= CAPACITY_BYTES
            synapse.held = fits and tree(data)[-1][0].hex() == synapse.id
            if synapse.held:
                file.write_bytes(data)
        elif synapse.op == "drop":
            file.unlink(missing_ok=True)
            synapse.held = False
        elif synapse.op == "get":
            synapse.shard = text(file.read_bytes())
        elif synapse.op == "prove":
            data = file.read_bytes()
            leaves = [data[leaf * LEAF_BYTES : (leaf + 1) * LEAF_BYTES] for leaf in synapse.leaves]
            synapse.proven = [text(leaf) for leaf in leaves]
            synapse.proofs = [[text(node) for node in proof(tree(data), leaf)] for leaf in synapse.leaves]
            synapse.digest = hashlib.sha256(synapse.nonce.encode() + b"".join(leaves)).hexdigest()
        return synapse

    def blacklist(synapse: Store) -> Tuple[bool, str]:
        return synapse.dendrite.hotkey not in permitted, "only validators with a permit are served"

    with socket.create_server(("", 0)) as free:
        port = free.getsockname()[1]
    axon = bt.Axon(wallet=wallet, port=port, external_ip=ADDRESS, external_port=port).attach(forward_fn=forward, blacklist_fn=blacklist).start()
    done(sub.serve_axon(netuid, axon))
    try:
        while (graph := sub.metagraph(netuid)) and wallet.hotkey.ss58_address in graph.hotkeys:
            permitted.clear()
            permitted.update(hotkey for hotkey, permit in zip(graph.hotkeys, graph.validator_permit) if permit)
            uid = graph.hotkeys.index(wallet.hotkey.ss58_address)
            print(f"block {graph.block.item()}: uid {uid} at port {port}, incentive {graph.I[uid]:.4f}, emission {graph.E[uid]:.4f}", flush=True)
            time.sleep(5)
        sys.exit("another neuron has taken this miner's place")
    except KeyboardInterrupt:
        axon.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
