"""A small HTTP/2 server (RFC 9113): every request gets 200 and a body that names its connection.

It does not read header blocks, so that it needs no HPACK decoder; its own are literals without indexing.
With `--hold N` it answers nothing before N requests are there at once, over whatever connections.
To a client that speaks HTTP/1.1 it begins an answer that never ends.
"""

import argparse
import struct
import threading

import serving

waiting = []
lock = threading.Lock()

DATA, HEADERS, SETTINGS, PING, WINDOW_UPDATE = 0, 1, 4, 6, 8
END_STREAM, END_HEADERS, ACK = 0x1, 0x4, 0x1


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


def literal(name, value):
    return b"\x00" + bytes([len(name)]) + name + bytes([len(value)]) + value


def answer(connection, stream, number):
    body = f"connection {number}".encode()
    fields = literal(b":status", b"200") + literal(b"content-length", str(len(body)).encode())
    connection.sendall(frame(HEADERS, END_HEADERS, stream, fields) + frame(DATA, END_STREAM, stream, body))


def handle(connection, number, hold):
    reader = connection.makefile("rb")
    if not reader.read(24).startswith(b"PRI * HTTP/2.0"):
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nbegun\r\n")
        reader.read()
        return
    connection.sendall(frame(SETTINGS, 0, 0, struct.pack(">HI", 3, 250)))
    while header := reader.read(9):
        length = int.from_bytes(header[:3], "big")
        kind, flags, stream = struct.unpack(">BBI", header[3:])
        payload = reader.read(length)
        if kind == SETTINGS and not flags & ACK:
            connection.sendall(frame(SETTINGS, ACK, 0))
        elif kind == PING and not flags & ACK:
            connection.sendall(frame(PING, ACK, 0, payload))
        elif kind == DATA and length:
            update = struct.pack(">I", length)
            connection.sendall(frame(WINDOW_UPDATE, 0, 0, update) + frame(WINDOW_UPDATE, 0, stream, update))
        if kind in (HEADERS, DATA) and flags & END_STREAM:
            serving.report("request", connection=number, stream=stream)
            with lock:
                waiting.append((connection, stream, number))
                if len(waiting) >= hold:
                    for held in waiting:
                        answer(*held)
                    waiting.clear()


def main():
    parser = argparse.ArgumentParser()
    serving.add_tls_options(parser)
    parser.add_argument("--hold", type=int, default=1)
    options = parser.parse_args()
    serving.serve(lambda *peer: handle(*peer, options.hold), serving.tls_context(options))


if __name__ == "__main__":
    main()
