"""Looks at subnet 1 of a running node with the official SDK: `pip install bittensor==10.5.0`, then `python examples/look.py [URL]`."""
import sys

import bittensor as bt

sub = bt.Subtensor(sys.argv[1] if len(sys.argv) > 1 else "ws://127.0.0.1:9944")
subnet = sub.subnet(1)
print("block", sub.block, "price", subnet.price, "pool", subnet.tao_in, subnet.alpha_in)
graph = sub.metagraph(1)
for uid in graph.uids:
    print(uid, graph.hotkeys[uid][:8], "stake", round(float(graph.S[uid]), 3))
