"""Runs a program behind a gate that counts its writes and kills it after one of them.

    write_gate.py FOLDER KILL_AFTER HUB_KUBECONFIG CLUSTER_KUBECONFIG -- PROGRAM ARGUMENT…

`{hub}` and `{cluster}` in the arguments become kubeconfigs that lead through the gate. After the
write number KILL_AFTER (0: never) has been answered by the server, and before the program sees the
answer, the program gets SIGKILL. Prints one JSON line: how many writes there were, whether the
program was killed, how it ended and what it said.
"""

import base64
import http.client
import http.server
import json
import os
import pathlib
import re
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
import urllib.parse

WRITES = {"POST", "PUT", "PATCH", "DELETE"}
# Questions that are asked with POST and change nothing.
QUESTIONS = re.compile(r"/(selfsubject|subject|localsubject)\w*reviews|/tokenreviews")


class Gate:
    """The count of writes, and the program that is killed at one of them."""

    def __init__(self, kill_after):
        self.kill_after = kill_after
        self.writes = []
        self.killed = False
        self.program = None
        self.lock = threading.Lock()

    def answered(self, method, path):
        """Notes a write that the server has answered; true when the program is dead now."""
        if method not in WRITES or QUESTIONS.search(path):
            return self.killed
        with self.lock:
            self.writes.append(f"{method} {path}")
            if self.kill_after and len(self.writes) == self.kill_after and not self.killed:
                self.killed = True
                os.kill(self.program.pid, signal.SIGKILL)
        return self.killed


class Upstream:
    """A cluster as its kubeconfig describes it (client certificate or token, data inside)."""

    def __init__(self, kubeconfig, folder, name):
        shown = subprocess.run(
            ["kubectl", "--kubeconfig", kubeconfig, "config", "view", "--raw", "--minify",
             "--flatten", "-o", "json"], check=True, capture_output=True, text=True)
        config = json.loads(shown.stdout)
        cluster, user = config["clusters"][0]["cluster"], config["users"][0]["user"]
        address = urllib.parse.urlsplit(cluster["server"])
        self.host, self.port = address.hostname, address.port or 443
        self.token = user.get("token")
        self.context = ssl.create_default_context(
            cadata=base64.b64decode(cluster["certificate-authority-data"]).decode())
        if "client-certificate-data" in user:
            pair = folder / f"{name}.pem"
            pair.touch(mode=0o600)
            pair.write_bytes(base64.b64decode(user["client-certificate-data"]) + b"\n"
                             + base64.b64decode(user["client-key-data"]))
            self.context.load_cert_chain(pair)

    def connection(self):
        return http.client.HTTPSConnection(self.host, self.port, context=self.context, timeout=600)


def handler(gate, upstream):
    """The request handler that forwards to one cluster."""

    class Forward(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # An answer leaves in one piece, and at once.
        wbufsize = -1
        disable_nagle_algorithm = True

        def setup(self):
            super().setup()
            # One connection upstream for each of the program's, kept as long as that one.
            self.upstream = upstream.connection()

        def finish(self):
            self.upstream.close()
            super().finish()

        def forward(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) or None
            headers = {key: value for key, value in self.headers.items()
                       if key.lower() not in ("host", "authorization", "accept-encoding")}
            if upstream.token:
                headers["Authorization"] = f"Bearer {upstream.token}"
            try:
                self.upstream.request(self.command, self.path, body, headers)
                answer = self.upstream.getresponse()
                if gate.answered(self.command, self.path):
                    self.close_connection = True
                    return
                self.pass_on(answer)
            except (OSError, http.client.HTTPException):
                self.close_connection = True

        def pass_on(self, answer):
            self.send_response(answer.status)
            for key, value in answer.getheaders():
                if key.lower() not in ("content-length", "transfer-encoding", "connection", "date"):
                    self.send_header(key, value)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            while chunk := answer.read1(65536):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
                self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")
            # An answer of known length that was read in parts counts as open until it is closed.
            answer.close()

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = forward

        def log_message(self, *_):
            pass

    return Forward


def serve(gate, upstream, folder, name):
    """Starts a gate before one cluster; returns the kubeconfig that leads through it."""
    key, certificate = folder / f"{name}-gate.key", folder / f"{name}-gate.crt"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=gate",
         "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(gate, upstream))
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True,
                                        do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    path = folder / f"{name}-gate.kubeconfig"
    path.touch(mode=0o600)
    path.write_text(json.dumps({
        "apiVersion": "v1", "kind": "Config", "current-context": name,
        "clusters": [{"name": name, "cluster": {
            "server": f"https://127.0.0.1:{server.server_address[1]}",
            "certificate-authority-data": base64.b64encode(certificate.read_bytes()).decode()}}],
        "users": [{"name": "gate", "user": {"token": "known-to-the-gate"}}],
        "contexts": [{"name": name, "context": {"cluster": name, "user": "gate"}}]}))
    return str(path)


def main():
    folder, kill_after, hub, cluster, _, *command = sys.argv[1:]
    gate = Gate(int(kill_after))
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        scratch = pathlib.Path(scratch)
        gates = {name: serve(gate, Upstream(config, scratch, name), scratch, name)
                 for name, config in (("hub", hub), ("cluster", cluster))}
        command = [re.sub(r"\{(hub|cluster)\}", lambda found: gates[found[1]], word)
                   for word in command]
        with gate.lock:
            gate.program = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                text=True)
        stdout, stderr = gate.program.communicate()
    print(json.dumps({"writes": gate.writes, "killed": gate.killed, "stdout": stdout,
                      "stderr": stderr, "status": gate.program.returncode}))


if __name__ == "__main__":
    main()
