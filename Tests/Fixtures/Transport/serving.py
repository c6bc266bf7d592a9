"""What the loopback servers of the transport tests share.

A server prints `{"event": "ready", "port": N}` and then one JSON line for everything a test may wait for.
It ends when its standard input does, so that none outlives the test run.
"""

import itertools
import json
import os
import socket
import ssl
import sys
import threading

_printing = threading.Lock()


def report(event, **facts):
    with _printing:
        print(json.dumps({"event": event, **facts}), flush=True)


def end_with_stdin():
    sys.stdin.read()
    os._exit(0)


def tls_context(options):
    """A context for --cert/--key, or None; --client-ca asks for client certificates, --tls12 caps the version."""
    if not options.cert:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.cert, options.key)
    if options.client_ca:
        context.load_verify_locations(options.client_ca)
        context.verify_mode = ssl.CERT_REQUIRED
    if options.tls12:
        context.maximum_version = ssl.TLSVersion.TLSv1_2
    if options.tls11:
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
        context.set_ciphers("ALL:@SECLEVEL=0")
    if options.alpn:
        context.set_alpn_protocols([options.alpn])

    def note_name(connection, name, _):
        connection.server_name_asked_for = name

    context.sni_callback = note_name
    return context


def add_tls_options(parser):
    parser.add_argument("--cert")
    parser.add_argument("--key")
    parser.add_argument("--client-ca")
    parser.add_argument("--tls12", action="store_true")
    parser.add_argument("--tls11", action="store_true")
    parser.add_argument("--alpn")


def serve(handle, context=None, address="127.0.0.1"):
    """Runs handle(connection, number) in a thread of its own for every connection, forever."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((address, 0))
    listener.listen(512)
    threading.Thread(target=end_with_stdin, daemon=True).start()
    report("ready", port=listener.getsockname()[1])
    for number in itertools.count(1):
        plain, _ = listener.accept()
        threading.Thread(target=_run, args=(handle, context, plain, number), daemon=True).start()


def _shake_hands(context, plain):
    connection = context.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)
    try:
        connection.do_handshake()
    except ssl.SSLError:
        close_gently(socket.socket(fileno=connection.detach()))
        raise
    return connection


def close_gently(connection):
    """Closed at once, what the client has sent meanwhile would reset the connection under the last words."""
    connection.shutdown(socket.SHUT_WR)
    while connection.recv(65536):
        pass
    connection.close()


def _run(handle, context, plain, number):
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    report("connected", connection=number)
    try:
        connection = plain
        if context:
            connection = _shake_hands(context, plain)
        handle(connection, number)
        connection.close()
        report("closed", connection=number)
    except (OSError, ValueError) as error:
        plain.close()
        report("closed", connection=number, error=str(error))
