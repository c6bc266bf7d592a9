"""Runs each command alternately for mcctl and kubectl and prints medians and ratios."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time

FLEETS = (1, 1000)


def main(mcctl, kubectl, sandbox, runs):
    print(f"{'command':44} {'mcctl':>9} {'kubectl':>9} {'ratio':>6}")
    report("version (no server)", [mcctl, "version"],
           [kubectl, "version", "--client"], {}, runs)
    for fleet in FLEETS:
        with tempfile.TemporaryDirectory() as folder, Sandbox(sandbox, folder, fleet):
            hub = {"KUBECONFIG": f"{folder}/hub.kubeconfig", "HOME": folder}
            get = [kubectl, "get", "managedclusters"]
            noun = "cluster" if fleet == 1 else "clusters"
            report(f"status of {fleet} {noun}", [mcctl, "status"], get, hub, runs)
            report(f"status of {fleet} {noun}, JSON", [mcctl, "status", "-o", "json"],
                   get + ["-o", "json"], hub, runs)
            report(f"get clusters, {fleet} {noun}", [mcctl, "get", "clusters"], get, hub, runs)


class Sandbox:
    """A running sandbox whose hub holds some ManagedClusters of about 5 KB each."""

    def __init__(self, program, folder, fleet):
        self.command = [program, "--directory", folder, "--clusters", "1", "--hub-prepared",
                        "--existing", str(fleet)]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        if "ready\n" not in iter(self.process.stdout.readline, ""):
            raise SystemExit("the sandbox did not start")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def report(title, ours, theirs, environment, runs):
    """Times both commands in turn, so that a noisy machine is noisy for both."""
    times = {"ours": [], "theirs": []}
    for _ in range(runs + 1):
        times["ours"].append(seconds(ours, environment))
        times["theirs"].append(seconds(theirs, environment))
    mine, peer = (statistics.median(times[key][1:]) for key in ("ours", "theirs"))
    print(f"{title:44} {mine * 1000:6.0f} ms {peer * 1000:6.0f} ms {mine / peer:6.2f}")


def seconds(command, environment):
    """How long a command takes, from start to end, its output thrown away."""
    start = time.perf_counter()
    done = subprocess.run(command, env={"PATH": os.environ["PATH"], **environment},
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode:
        raise SystemExit(f"{command}: exit {done.returncode}: {done.stderr.decode()}")
    return time.perf_counter() - start


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]))
