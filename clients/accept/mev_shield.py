#!/usr/bin/env python3
"""Acceptance check with the unmodified official SDK (bittensor 10.5): trades through the MEV shield.

usage: mev_shield.py [--url ws://127.0.0.1:9944] [--rounds 5]
Exit 0 = all checks held. Last line: MEV_SHIELD PASS|FAIL rounds=<good ones>
"""
import argparse
import shutil
import sys
import tempfile
import time

ap = argparse.ArgumentParser()
ap.add_argument("--url", default="ws://127.0.0.1:9944")
ap.add_argument("--rounds", type=int, default=5)
args = ap.parse_args()


def check(condition, text):
    if not condition:
        raise AssertionError(text)
    print(f"  ok: {text}", flush=True)


def main(base):
    import bittensor as bt
    from bittensor.core.extrinsics.mev_shield import submit_encrypted_extrinsic
    from bittensor.core.extrinsics.pallets import Balances
    from bittensor.utils.balance import Balance
    from bittensor_wallet import Keypair, Wallet

    alice = Wallet(name="alice", hotkey="default", path=base)
    alice.set_coldkey(keypair=Keypair.create_from_uri("//Alice"), encrypt=False, overwrite=True)
    alice.set_coldkeypub(keypair=Keypair.create_from_uri("//Alice"), overwrite=True)
    alice.set_hotkey(keypair=Keypair.create_from_uri("//AliceShieldHot"), encrypt=False, overwrite=True)
    dave = Keypair.create_from_uri(f"//Shield{time.time_ns()}").ss58_address
    st = bt.Subtensor(network=args.url)
    first = st.block
    while st.get_mev_shield_next_key() is None and st.block < first + 8:
        st.wait_for_block()
    check(len(st.get_mev_shield_next_key()) == 1184, "NextKey holds 1184 bytes")

    hotkey = alice.hotkey.ss58_address
    check(st.register_subnet(wallet=alice, mev_protection=True).success, "a subnet was made through the shield")
    netuid = max(st.get_all_subnets_netuid())
    check(st.subnet(netuid).owner_hotkey == hotkey, f"subnet {netuid} is ours")
    check(st.start_call(wallet=alice, netuid=netuid).success, "it is open")
    good = 0
    for i in range(args.rounds):
        before = st.get_stake(coldkey_ss58=alice.coldkeypub.ss58_address, hotkey_ss58=hotkey, netuid=netuid)
        start = time.time()
        response = st.add_stake(wallet=alice, netuid=netuid, hotkey_ss58=hotkey, amount=Balance.from_tao(10), mev_protection=True)
        check(response.success, f"stake {i} in {time.time() - start:.2f} s ({response.message})")
        check(response.mev_extrinsic is not None, f"found in block {response.mev_extrinsic.block_number}, envelope in {st.substrate.get_block_number(response.extrinsic_receipt.block_hash)}")
        check(st.get_stake(coldkey_ss58=alice.coldkeypub.ss58_address, hotkey_ss58=hotkey, netuid=netuid) > before, "the stake grew")
        good += 1

    refused = submit_encrypted_extrinsic(st, alice, Balances(st).transfer_keep_alive(dest=dave, value=10**18))
    check(not refused.success and refused.mev_extrinsic is not None, f"more than there is: opened, and failed by itself ({refused.message})")
    sent = submit_encrypted_extrinsic(st, alice, Balances(st).transfer_keep_alive(dest=dave, value=10**9))
    check(sent.success and st.get_balance(dave) == Balance.from_tao(1), "a transfer arrived")
    return good


folder = tempfile.mkdtemp(prefix="shield-")
status, figure = "FAIL", 0
try:
    figure = main(folder)
    status = "PASS"
except Exception as error:
    print(f"  {type(error).__name__}: {error}", flush=True)
finally:
    shutil.rmtree(folder, ignore_errors=True)
print(f"MEV_SHIELD {status} rounds={figure}", flush=True)
sys.stdout.flush()
import os

os._exit(0 if status == "PASS" else 1)
