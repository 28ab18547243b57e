"""The official ends of the check `neuron`, bittensor 10.5: `axon URI PORT` serves until its input ends, `dendrite URI TARGET` asks ours.

Synapses are those of tools/clientNeuron.ts.
"""
import asyncio
import json
import socket
import sys
import time
from typing import ClassVar, Optional, Tuple

from bittensor_wallet import Keypair

from bittensor.core import dendrite as dendrite_module
from bittensor.core.axon import Axon
from bittensor.core.chain_data import AxonInfo
from bittensor.core.stream import StreamingSynapse
from bittensor.core.synapse import Synapse

dendrite_module.networking.get_external_ip = lambda: "192.0.2.1"


class Echo(Synapse):
    prompt: str
    temperature: float
    tokens: list[int]
    switches: dict[str, bool]
    note: Optional[str] = None
    answer: Optional[str] = None
    count: Optional[int] = None
    required_hash_fields: ClassVar[tuple[str, ...]] = ("prompt", "temperature", "tokens", "switches", "note")


class Tell(StreamingSynapse):
    prompt: str
    required_hash_fields: ClassVar[tuple[str, ...]] = ("prompt",)

    async def process_streaming_response(self, response):
        async for chunk in response.content.iter_any():
            yield chunk.decode()

    def extract_response_json(self, response):
        headers = {k.decode(): v.decode() for k, v in response._raw_headers}
        return {"name": headers.get("name", ""), "prompt": self.prompt}


class Unheard(Synapse):
    pass


class FakeWallet:
    def __init__(self, key):
        self.hotkey = key
        self.coldkeypub = key


def echo(synapse: Echo) -> Echo:
    synapse.answer = synapse.prompt.upper()
    synapse.count = len(synapse.tokens)
    return synapse


def tell(synapse: Tell) -> StreamingSynapse.BTStreamingResponse:
    async def streamer(send):
        for word in synapse.prompt.split(" "):
            await send({"type": "http.response.body", "body": (word + " ").encode(), "more_body": True})

    return synapse.create_streaming_response(streamer)


def blacklist(synapse: Echo) -> Tuple[bool, str]:
    return synapse.prompt == "" and synapse.dendrite.hotkey == "nobody", "never"


def serve(key, port):
    axon = Axon(wallet=FakeWallet(key), port=port, ip="127.0.0.1", external_ip="127.0.0.1", external_port=port)
    axon.attach(forward_fn=echo, blacklist_fn=blacklist).attach(forward_fn=tell)
    axon.start()
    while socket.socket().connect_ex(("127.0.0.1", port)) != 0:
        time.sleep(0.05)
    print("READY", flush=True)
    sys.stdin.read()
    axon.stop()


def outcome(synapse):
    return {"status": synapse.dendrite.status_code, "message": synapse.dendrite.status_message, **{k: getattr(synapse, k, None) for k in ("answer", "count", "prompt")}}


async def ask(key, target):
    axon = AxonInfo(version=1, ip=target["ip"], port=target["port"], ip_type=4, hotkey=target["hotkey"], coldkey=target["hotkey"])
    results = {}
    async with dendrite_module.Dendrite(wallet=key) as dendrite:
        requests = [Echo(**body) for body in target["bodies"]]
        results["echoes"] = [outcome(await dendrite.forward(axon, synapse=one, deserialize=False)) for one in requests]
        results["ping"] = outcome(await dendrite.forward(axon, synapse=Synapse(), deserialize=False))
        results["unheard"] = outcome(await dendrite.forward(axon, synapse=Unheard(), deserialize=False))
        stranger = AxonInfo(version=1, ip=target["ip"], port=target["port"], ip_type=4, hotkey=key.ss58_address, coldkey=key.ss58_address)
        results["otherReceiver"] = outcome(await dendrite.forward(stranger, synapse=requests[0], deserialize=False))
        refused = Echo(**{**target["bodies"][0], "prompt": "refuse me"})
        results["refused"] = outcome(await dendrite.forward(axon, synapse=refused, deserialize=False))
        chunks, last = [], None
        async for chunk in await dendrite.forward(axon, synapse=Tell(prompt="one two three"), deserialize=False, streaming=True):
            if isinstance(chunk, str):
                chunks.append(chunk)
            else:
                last = chunk
        results["stream"] = {"text": "".join(chunks), "status": last.dendrite.status_code}
    print("\nANSWER " + json.dumps(results))


if __name__ == "__main__":
    mode, uri, extra = sys.argv[1:4]
    keypair = Keypair.create_from_uri(uri)
    if mode == "axon":
        serve(keypair, int(extra))
    else:
        asyncio.run(ask(keypair, json.loads(extra)))
