"""A proxy: CONNECT (RFC 9110, 9.3.6) and absolute-form requests, or SOCKS 5 (RFC 1928) with --socks."""

import argparse
import base64
import socket
import struct
import threading
import urllib.parse

import serving


def copy(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    for end in (source, target):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def join(one, other):
    thread = threading.Thread(target=copy, args=(one, other), daemon=True)
    thread.start()
    copy(other, one)
    thread.join()


def read_head(connection):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = connection.recv(1)
        if not byte:
            raise OSError("the client left")
        head += byte
    lines = head.decode().split("\r\n")
    return lines[0].split(), [line for line in lines[1:] if line]


def http(connection, number, options):
    (method, target, _), fields = read_head(connection)
    serving.report("proxied", connection=number, method=method, target=target, fields=fields)
    if options.status:
        return connection.sendall(f"HTTP/1.1 {options.status} No\r\nContent-Length: 0\r\n\r\n".encode())
    if options.login:
        expected = "Proxy-Authorization: Basic " + base64.b64encode(options.login.encode()).decode()
        if expected not in fields:
            challenge = 'HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n'
            return connection.sendall(challenge.encode())
    if method == "CONNECT":
        host, _, port = target.rpartition(":")
        server = socket.create_connection((host.strip("[]"), int(port)))
        connection.sendall(b"HTTP/1.1 200 Connected\r\nX-From-Proxy: yes\r\n\r\n")
    else:
        parts = urllib.parse.urlsplit(target)
        server = socket.create_connection((parts.hostname, parts.port))
        lines = [f"{method} {parts.path} HTTP/1.1", *fields, "", ""]
        server.sendall("\r\n".join(lines).encode())
    join(connection, server)


def socks(connection, number, options):
    _, count = connection.recv(2)
    connection.recv(count)
    connection.sendall(b"\x05\x00")
    _, _, _, kind = connection.recv(4)
    if kind == 3:
        host = connection.recv(connection.recv(1)[0]).decode()
    else:
        host = socket.inet_ntop(socket.AF_INET, connection.recv(4))
    (port,) = struct.unpack(">H", connection.recv(2))
    serving.report("proxied", connection=number, method="SOCKS", target=f"{host}:{port}", fields=[])
    reply = options.status or 0
    server = None
    if not reply:
        try:
            server = socket.create_connection((host, port))
        except OSError:
            reply = 5
    connection.sendall(struct.pack(">BBBB4sH", 5, reply, 0, 1, b"\0\0\0\0", 0))
    if server:
        join(connection, server)


def main():
    parser = argparse.ArgumentParser()
    serving.add_tls_options(parser)
    parser.add_argument("--socks", action="store_true")
    parser.add_argument("--status", type=int, help="refuse everything with this status")
    parser.add_argument("--login", help="user:password to ask for")
    options = parser.parse_args()
    handle = socks if options.socks else http
    serving.serve(lambda *peer: handle(*peer, options), serving.tls_context(options))


if __name__ == "__main__":
    main()
