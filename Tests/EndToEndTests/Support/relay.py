"""Passes TCP connections on: relay.py ADDRESS:PORT TARGET_ADDRESS:TARGET_PORT, until it is ended."""

import socket
import sys
import threading


def pump(source, target):
    """Copies one direction until it ends."""
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    finally:
        try:
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def serve(listener, target):
    """Connects every caller with the target."""
    while True:
        caller, _ = listener.accept()
        try:
            callee = socket.create_connection(target)
        except OSError:
            caller.close()
            continue
        for pair in ((caller, callee), (callee, caller)):
            threading.Thread(target=pump, args=pair, daemon=True).start()


def address(text):
    host, port = text.rsplit(":", 1)
    return host, int(port)


listener = socket.create_server(address(sys.argv[1]))
print("ready", flush=True)
serve(listener, address(sys.argv[2]))
