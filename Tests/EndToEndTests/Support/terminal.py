"""Runs a program on a terminal of its own, and may press Ctrl-C, send a signal or answer questions on the way.

    terminal.py COLUMNS MARKER SIGNAL PROGRAM ARGUMENT…

Once MARKER has appeared, SIGNAL is sent: `INT` by pressing Ctrl-C, others by number; with an empty
MARKER nothing is sent. `type:TEXT` is typed, with a line feed, each time that MARKER appears. Prints one
JSON line: everything that the program wrote to its terminal, how it ended, and how many seconds after the
signal.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

PATIENCE = 60


def interrupt(signal, pid, terminal):
    if signal == "INT":
        os.write(terminal, b"\x03")
    else:
        os.kill(pid, int(signal))
    return time.monotonic()


def run(columns, marker, signal, command):
    ready, go = os.pipe()
    pid, terminal = pty.fork()
    if pid == 0:
        # Only a terminal that has its size already is drawn on rightly.
        os.close(go)
        os.read(ready, 1)
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    os.close(ready)
    os.close(go)
    shown, answered, signalled, deadline = b"", 0, None, time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if signal.startswith("type:"):
            for _ in range(shown.count(marker) - answered):
                os.write(terminal, signal[5:].encode() + b"\n")
                answered += 1
        elif marker and signalled is None and marker in shown:
            signalled = interrupt(signal, pid, terminal)
    else:
        os.kill(pid, 9)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    seconds = 0 if signalled is None else time.monotonic() - signalled
    return {"shown": shown.decode(errors="replace"), "status": status, "seconds": seconds}


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]), sys.argv[2].encode(), sys.argv[3], sys.argv[4:])))
