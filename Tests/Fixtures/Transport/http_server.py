"""An HTTP/1.1 server whose paths misbehave in one way each."""

import argparse
import gzip
import json
import socket
import struct
import threading
import time
import urllib.parse
import zlib

import serving

sent_bytes = {}
requests_seen = {}
lock = threading.Lock()
released = threading.Event()


class Request:
    def __init__(self, connection, reader, number, ordinal):
        self.connection, self.reader, self.number, self.ordinal = connection, reader, number, ordinal
        line = reader.readline()
        if not line:
            raise EOFError
        try:
            self.method, target, _ = line.decode().split()
        except ValueError:
            self.answer("this is an HTTP server", 400)
            serving.close_gently(connection)
            raise
        parts = urllib.parse.urlsplit(target)
        self.target, self.path, self.query = target, parts.path, dict(urllib.parse.parse_qsl(parts.query))
        self.headers = []
        while (line := reader.readline().decode().strip()):
            name, _, value = line.partition(":")
            self.headers.append([name, value.strip()])
        self.body = self.read_body()

    def header(self, name):
        return next((v for n, v in self.headers if n.lower() == name), None)

    def read_body(self):
        body = self.reader.read(int(self.header("content-length") or 0))
        if self.header("transfer-encoding") == "chunked":
            while size := int(self.reader.readline(), 16):
                body += self.reader.read(size)
                self.reader.readline()
            self.reader.readline()
        return body

    def number_of(self, name, default):
        return float(self.query.get(name, default))

    def send(self, data):
        self.connection.sendall(data)

    def head(self, status=200, *fields):
        lines = [f"HTTP/1.1 {status} Status", *fields]
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode())

    def answer(self, body, status=200, *fields):
        body = body if isinstance(body, bytes) else body.encode()
        lines = [f"HTTP/1.1 {status} Status", f"Content-Length: {len(body)}", *fields]
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode() + body)

    def chunk(self, data):
        self.send(f"{len(data):x}\r\n".encode() + data + b"\r\n")


def pattern(count):
    return (b"0123456789abcdef" * (count // 16 + 1))[:count]


def echo(request):
    certificate = getattr(request.connection, "getpeercert", lambda: None)() or {}
    subject = [value for rdn in certificate.get("subject", ()) for _, value in rdn]
    request.answer(
        json.dumps(
            {
                "method": request.method,
                "target": request.target,
                "headers": request.headers,
                "body": request.body.decode(),
                "connection": request.number,
                "subject": subject,
                "serverName": getattr(request.connection, "server_name_asked_for", None),
            }
        )
    )


def status(request):
    fields = [f"Retry-After: {request.query['retry-after']}"] if "retry-after" in request.query else []
    fields += [f"Location: {request.query['location']}"] if "location" in request.query else []
    request.answer("status", int(request.query["code"]), *fields)


def chunks(request):
    """Chunks of `sizes` bytes, written `step` bytes at a time so that a piece may end anywhere."""
    sizes = [int(size) for size in request.query["sizes"].split(",")]
    data, position = pattern(sum(sizes)), 0
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    for size in sizes:
        raw += f"{size:x}\r\n".encode() + data[position : position + size] + b"\r\n"
        position += size
    raw += b"0\r\nX-Trailer: ignored\r\n\r\n"
    step = int(request.number_of("step", 1))
    for start in range(0, len(raw), step):
        request.send(raw[start : start + step])


def compressed(request):
    data = gzip.compress(pattern(int(request.query["count"])), int(request.number_of("level", 6)))
    accepted = request.header("accept-encoding") or ""
    if "gzip" not in accepted:
        return request.answer("gzip is not accepted", 406)
    request.answer(data, 200, "Content-Encoding: gzip")


def broken_compression(request):
    request.answer(b"this is not gzip at all", 200, "Content-Encoding: gzip")


def slow(request):
    time.sleep(request.number_of("first", 0))
    request.head(200, "Transfer-Encoding: chunked")
    for _ in range(int(request.number_of("pieces", 1))):
        request.chunk(b"piece\n")
        time.sleep(request.number_of("gap", 0))
    request.chunk(b"")


def lines(request):
    """One line at once, the others when `/release` is asked for."""
    request.head(200, "Transfer-Encoding: chunked")
    request.chunk(b"first\n")
    released.wait()
    request.chunk(b"second\n")
    request.chunk(b"")


def release(request):
    released.set()
    request.answer("released")


def hang(request):
    if request.query.get("head"):
        request.head(200, "Transfer-Encoding: chunked")
        request.chunk(b"then nothing\n")
    request.connection.recv(1)


def endless(request):
    """Bytes without end; `/sent` tells how many of the stream `name` left so far."""
    name = request.query["name"]
    packer = zlib.compressobj(1, wbits=31) if "gzip" in request.query else None
    request.head(200, "Transfer-Encoding: chunked", *(["Content-Encoding: gzip"] if packer else []))
    piece = pattern(65536)
    limit = request.number_of("limit", 1e12)
    sent_bytes[name] = 0
    while sent_bytes[name] < limit:
        request.chunk(packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH) if packer else piece)
        sent_bytes[name] += len(piece)
    if packer:
        request.chunk(packer.flush())
    request.chunk(b"")


def sent(request):
    request.answer(str(sent_bytes.get(request.query["name"], 0)))


def half(request):
    request.head(200, "Content-Length: 1000")
    request.send(b"0123456789")
    return "close"


def half_chunk(request):
    request.head(200, "Transfer-Encoding: chunked")
    request.chunk(b"0123456789")
    request.send(b"ff\r\nnot all")
    return "close"


def drop(request):
    return "close"


def drop_when_reused(request):
    if request.ordinal > 1:
        return "close"
    request.answer("first")


def reset(request):
    linger = struct.pack("ii", 1, 0)
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    return "close"


def garbage(request):
    request.send(b"SSH-2.0-OpenSSH_9.2\r\n")
    return "close"


def long_head(request):
    fields = [f"X-Field-{index}: {'v' * 1000}" for index in range(int(request.query["count"]))]
    request.answer("long", 200, *fields)


def interim(request):
    request.head(103, "Link: </early>")
    request.head(102)
    request.answer("final", 200, "X-Final: yes", "Warning: 299 - one", "warning: 299 - two")


def empty(request):
    request.head(204)


PATHS = {
    "/bytes": lambda request: request.answer(pattern(int(request.query["count"]))),
    "/broken-compression": broken_compression,
    "/chunks": chunks,
    "/compressed": compressed,
    "/drop": drop,
    "/drop-when-reused": drop_when_reused,
    "/echo": echo,
    "/empty": empty,
    "/endless": endless,
    "/garbage": garbage,
    "/half": half,
    "/half-chunk": half_chunk,
    "/hang": hang,
    "/interim": interim,
    "/lines": lines,
    "/long-head": long_head,
    "/release": release,
    "/reset": reset,
    "/sent": sent,
    "/slow": slow,
    "/status": status,
}


def handle(connection, number):
    reader = connection.makefile("rb")
    ordinal = 0
    while True:
        ordinal += 1
        try:
            request = Request(connection, reader, number, ordinal)
        except EOFError:
            return
        serving.report("request", connection=number, method=request.method, target=request.target)
        behaviour = PATHS.get(request.path, lambda request: request.answer("ok"))
        if behaviour(request) == "close":
            reader.close()
            return


def main():
    parser = argparse.ArgumentParser()
    serving.add_tls_options(parser)
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--silent", action="store_true", help="accept connections and say nothing")
    options = parser.parse_args()
    if options.silent:
        serving.serve(lambda connection, number: connection.recv(1 << 20) and threading.Event().wait())
    else:
        serving.serve(handle, serving.tls_context(options), options.address)


if __name__ == "__main__":
    main()
