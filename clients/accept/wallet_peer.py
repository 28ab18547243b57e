"""The official wallet's side of the check `wallet`: `write DIR` makes wallets, `read DIR` opens those that we made.

Answers one JSON object. The password of coldkeys comes through the environment, in the official form, on reading; as an argument on writing.
"""
import json
import sys

try:
    from bittensor_wallet import Keypair, Wallet
    OLD = True
except ImportError:
    from bittensor import Wallet
    from bittensor.keyfiles import Keypair
    OLD = False

PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"
TEXT = "signed by the other side"


def write(path, password):
    wallet = Wallet(name="theirs", hotkey="hot", path=path)
    wallet.regenerate_coldkey(mnemonic=PHRASE, use_password=True, coldkey_password=password, overwrite=True, suppress=True)
    wallet.create_new_hotkey(n_words=24, use_password=False, overwrite=True, suppress=True)
    edwards = Wallet(name="theirs", hotkey="edwards", path=path)
    edwards.create_new_hotkey(use_password=False, overwrite=True, suppress=True, crypto_type=0)
    return {
        "coldkey": wallet.coldkey.ss58_address,
        "hot": wallet.hotkey.ss58_address,
        "edwards": edwards.hotkey.ss58_address,
        "signed": {name: key.sign(TEXT.encode()).hex() for name, key in (("coldkey", wallet.coldkey), ("hot", wallet.hotkey), ("edwards", edwards.hotkey))},
    }


def read(path, signed):
    wallet = Wallet(name="ours", hotkey="hot", path=path)
    edwards = Wallet(name="ours", hotkey="edwards", path=path)
    keys = {"coldkey": wallet.coldkey, "hot": wallet.hotkey, "edwards": edwards.hotkey}
    return {
        "addresses": {name: key.ss58_address for name, key in keys.items()},
        "public": {"coldkey": wallet.coldkeypub.ss58_address, "hot": wallet.hotkeypub.ss58_address, "edwards": edwards.hotkeypub.ss58_address},
        "verified": {name: bool(key.verify(TEXT.encode(), bytes.fromhex(signed[name]))) for name, key in keys.items()},
        "signed": {name: key.sign(TEXT.encode()).hex() for name, key in keys.items()},
    }


if __name__ == "__main__":
    mode, folder, extra = sys.argv[1:4]
    answer = write(folder, extra) if mode == "write" else read(folder, json.loads(extra))
    print("\nANSWER " + json.dumps(answer))
