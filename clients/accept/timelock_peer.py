"""The official timelock library's side of the check `timelock`: `timelock_peer.py JSON` seals `plain` until `round` and opens `sealed` with `signature`.

Answers one JSON object; `opened` is null where the library cannot open.
"""
import json
import struct
import sys

try:
    import bittensor_drand as drand
except ImportError:
    import bittensor_core as drand


def compact(n):
    """The length in front of bytes, as SCALE has it."""
    return bytes([n << 2]) if n < 64 else struct.pack("<H", n << 2 | 1) if n < 2**14 else struct.pack("<I", n << 2 | 2)


asked = json.loads(sys.argv[1])
sealed = [drand.encrypt_at_round(bytes.fromhex(one), asked["round"]) for one in asked["plain"]]
assert all(number == asked["round"] for _, number in sealed)
opened = None
if hasattr(drand, "decrypt_with_signature"):
    opened = []
    for one in asked["sealed"]:
        data = bytes.fromhex(one)
        envelope = compact(len(data)) + data + struct.pack("<Q", asked["round"])
        opened.append(drand.decrypt_with_signature(envelope, asked["signature"]).hex())
print("\nANSWER " + json.dumps({"sealed": [data.hex() for data, _ in sealed], "opened": opened}))
