"""Runs each command alternately for mcctl and its peers and prints medians of time and memory, and ratios."""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

FLEETS = (1, 1000, 10000)


def main(mcctl, kubectl, sandbox, runs):
    print(f"{'command':36} {'mcctl':>18} {'kubectl':>18} {'ratio':>6}")
    clusteradm = shutil.which("clusteradm")
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
            if clusteradm and fleet > 1:
                report(f"status of {fleet} against clusteradm", [mcctl, "status"],
                       [clusteradm, "get", "clusters"], hub, runs)


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
    """Runs both commands in turn, so that a noisy machine is noisy for both; the first run of each does not count."""
    taken = {"ours": [], "theirs": []}
    for _ in range(runs + 1):
        taken["ours"].append(run(ours, environment))
        taken["theirs"].append(run(theirs, environment))
    mine, peer = (medians(taken[key][1:]) for key in ("ours", "theirs"))
    print(f"{title:36} {shown(mine)} {shown(peer)} {mine[0] / peer[0]:6.2f}", flush=True)


def medians(runs):
    return [statistics.median(values) for values in zip(*runs)]


def shown(pair):
    return f"{pair[0] * 1000:6.0f} ms {pair[1] / 1024:5.0f} MB"


def run(command, environment):
    """Seconds from start to end, and the most memory that was resident, in KB; the output is thrown away."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, env={"PATH": os.environ["PATH"], **environment},
                                   stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"{command}: exit {process.returncode}: {errors.read().decode()}")
    return seconds, usage.ru_maxrss


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]))
