# shellcheck shell=bash
# To be sourced by an example, with the sandbox's options: installs what is missing, builds mcctl unless MCCTL_PROGRAMS
# names a folder that has it, and starts a sandbox (a hub and managed clusters in one process on loopback), which ends
# with the script.
#
# Sets folder (the sandbox's; taken away at the end) and KUBECONFIG (the hub), and makes the function run, which shows a
# command before it runs it. MCCTL_QUICKSTART_BUILD=release builds optimised.

examples/install-packages.sh kubectl
configuration=${MCCTL_QUICKSTART_BUILD:-debug}
if [ -z "${MCCTL_PROGRAMS:-}" ]; then
  echo "building mcctl ($configuration); the first build takes some minutes"
  swift build --configuration "$configuration" --product mcctl
  swift build --configuration "$configuration" --product mcctl-sandbox
  MCCTL_PROGRAMS=$(swift build --configuration "$configuration" --show-bin-path)
fi
export PATH="$MCCTL_PROGRAMS:$PATH"

folder=$(mktemp -d)
mcctl-sandbox --directory "$folder" "$@" >"$folder/sandbox.log" 2>&1 &
sandbox=$!
stop_sandbox() {
  kill "$sandbox" 2>/dev/null
  wait "$sandbox" 2>/dev/null || true
  rm -rf "$folder"
}
trap stop_sandbox EXIT
for _ in $(seq 300); do
  grep -q '^ready$' "$folder/sandbox.log" && break
  kill -0 "$sandbox" 2>/dev/null || break
  sleep 0.1
done
grep -q '^ready$' "$folder/sandbox.log" || {
  echo "the sandbox did not get ready" >&2
  cat "$folder/sandbox.log" >&2
  exit 1
}
export KUBECONFIG="$folder/hub.kubeconfig"

run() {
  printf '\n$ %s\n' "$*" | sed "s|$folder|\$SANDBOX|g"
  "$@"
}
