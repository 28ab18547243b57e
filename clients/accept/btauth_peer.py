"""The official ends of btauth/1, bittensor 11.3: `server URI PORT` verifies what we sign until its input ends, `client URI TARGET` signs for us."""
import json
import sys
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bittensor import http_auth
from bittensor.keyfiles import Keypair


def server(key, port):
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            try:
                caller = http_auth.verify(dict(self.headers), body, method="POST", path=self.path, self_hotkey_ss58=key.ss58_address)
                status, answer = 200, {"answer": json.loads(body)["prompt"].upper(), "count": len(json.loads(body)["tokens"]), "caller": caller.hotkey_ss58}
            except http_auth.AuthError as error:
                status, answer = 401, {"message": str(error)}
            data = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    http = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    print("READY", flush=True)
    sys.stdin.read()


def post(url, headers, body):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=body, headers={**headers, "content-type": "application/json"})) as response:
            return {"status": response.status, **json.loads(response.read())}
    except urllib.error.HTTPError as error:
        return {"status": error.code, **json.loads(error.read())}


def client(key, target):
    url = f"http://{target['ip']}:{target['port']}/Echo"
    body = json.dumps(target["bodies"][0]).encode()
    sign = lambda **changed: http_auth.sign(key, **{"method": "POST", "path": "/Echo", "body": body, "receiver_ss58": target["hotkey"], **changed})
    good = sign()
    print("\nANSWER " + json.dumps({
        "good": post(url, good, body),
        "replayed": post(url, good, body),
        "otherBody": post(url, sign(), body + b" "),
        "otherReceiver": post(url, sign(receiver_ss58=key.ss58_address), body),
        "stale": post(url, sign(nonce_ns=1_752_076_800_000_000_000), body),
    }))


if __name__ == "__main__":
    mode, uri, extra = sys.argv[1:4]
    keypair = Keypair.create_from_uri(uri)
    if mode == "server":
        server(keypair, int(extra))
    else:
        client(keypair, json.loads(extra))
