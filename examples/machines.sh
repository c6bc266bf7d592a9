#!/usr/bin/env bash
# The whole life of a cluster that mcctl makes of bare machines: create, look at it, hand something out, let another machine
# join, move to another image, destroy. After that nothing is left of it, neither on the machines nor on the hub, which is
# compared file by file and object by object.
#
# The machines are namespaces of this one, each with a file system, processes and a real sshd of its own on 127.0.0.x; the
# hub is the sandbox; sealer is the stand-in of the tests, since images of gigabytes cannot be had here. Takes root's
# rights. Every command is shown as it is run. MCCTL_QUICKSTART_BUILD=release builds optimised.
set -euo pipefail
cd "$(dirname "$0")/.."

examples/install-packages.sh openssl python3 ssh sshd sudo unshare
[ "$(id -u)" -eq 0 ] || { echo "machines take root's rights: sudo -E $0" >&2; exit 1; }

# shellcheck source=examples/start-sandbox.sh
. examples/start-sandbox.sh --clusters 1 --hub-prepared
chmod 755 "$folder"
hosts=()
end() {
  # Whatever runs on a host ends with the process that made it.
  for host in "${hosts[@]}"; do kill -KILL "$host" 2>/dev/null || true; done
  stop_sandbox
}
trap end EXIT
export HOME="$folder"

# Makes a machine: its name, its address.
ssh-keygen -q -t ed25519 -N '' -C operator -f "$folder/id_ed25519"
host() {
  local name=$1 address=$2 etc=$folder/$1/etc
  mkdir -p "$etc"
  ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$etc/host_key"
  openssl rand -hex 16 | openssl passwd -6 -stdin >"$etc/root-password"
  for user in operator robot guest; do
    local number=$((61000 + ${#user}))
    echo "$user:x:$number:$number::/home/$user:/bin/bash" >>"$etc/passwd"
    echo "$user:x:$number:" >>"$etc/group"
    echo "$user:!:19000:0:99999:7:::" >>"$etc/shadow"
  done
  : >"$etc/sudoers"
  cp "$folder/id_ed25519.pub" "$etc/authorized_keys"
  cat >"$etc/sshd_config" <<EOF
ListenAddress $address
Port 2222
HostKey /etc/ssh/mcctl_host_key
AuthorizedKeysFile /etc/ssh/authorized_keys .ssh/authorized_keys
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
UseDNS no
StrictModes no
PidFile none
Subsystem sftp internal-sftp
EOF
  echo "[$address]:2222 $(cat "$etc/host_key.pub")" >>"$folder/known_hosts"
  mkfifo "$folder/$name/orders" "$folder/$name/answers"
  unshare --mount --uts --pid --fork --kill-child bash Tests/LoopbackHosts/host.sh "$folder/$name" "$name" 512m \
    <"$folder/$name/orders" >"$folder/$name/answers" &
  hosts+=("$!")
  local orders answers
  exec {orders}>"$folder/$name/orders" {answers}<"$folder/$name/answers"
  local word number
  read -r word number <&"$answers"
  [ "$word" = pid ] || { echo "$name did not start" >&2; exit 1; }
  echo start >&"$orders"
  read -r word <&"$answers"
  disks[$name]=/proc/$number/root$folder/$name/disk
}
declare -A disks=()
# A net of this run's own, so that several may run at a time.
net=127.$((20 + $$ % 200)).$(($$ / 200 % 250 + 1))
host m1 "$net.1"
host n1 "$net.2"
host n2 "$net.3"

# The stand-in makes the sandbox's cluster the one that appears.
standin=${disks[m1]}/root/etc/stand-in-sealer
mkdir -p "$standin"
cp "$folder/cluster1.kubeconfig" "$standin/cluster.kubeconfig"
old=registry.example/ackdistro:v1-20-11-ack-25
new=registry.example/ackdistro:v1-22-15-ack-13
printf '%s\n' $old 'not really an image' >"$folder/ackdistro-1.20.tar"
printf '%s\n' $new 'not really an image' >"$folder/ackdistro-1.22.tar"
cat >"$folder/cluster.yaml" <<EOF
apiVersion: mcctl.dev/v1
kind: Cluster
metadata: {name: edge-7}
spec:
  image: {name: "$old", file: ackdistro-1.20.tar}
  sealer: {binary: $PWD/Tests/Fixtures/sealer-stand-in/sealer}
  ssh: {user: root, port: 2222, key: id_ed25519, knownHosts: known_hosts}
  hosts:
  - {address: $net.1, roles: [master]}
  - {address: $net.2, labels: {pool: general}}
  network: {podCIDR: [100.64.0.0/16], serviceCIDR: [10.96.0.0/16]}
  # A copy of this machine is no machine for a cluster.
  checks: {ignore: [host.modules, host.programs, host.ports, host.runtime, host.disk, host.memory, host.cpu]}
  import: {hub: {allowLoopback: true}, labels: {region: north}}
EOF

# Every file of the machines beyond those of the system they are copies of, and every object of the hub.
inventory() {
  local host kinds
  for host in m1 n1 n2; do
    (cd "${disks[$host]}" && find upper root/root root/tmp ! -type d ! -path '*/etc/stand-in-sealer/*' | sed "s|^|$host |")
  done
  kinds=$(kubectl api-resources --verbs=list,get,delete -o name |
    grep -vE '^(events|leases|endpoints|endpointslices|componentstatuses|apiservices|controllerrevisions)' | paste -sd,)
  kubectl get "$kinds" -A --ignore-not-found -o name | sort
}
inventory | sort >"$folder/before"

run mcctl check hosts -f "$folder/cluster.yaml"
run mcctl create edge-7 -f "$folder/cluster.yaml" --dry-run
run mcctl create edge-7 -f "$folder/cluster.yaml"
run mcctl status edge-7
run mcctl apply -f examples/hello.yaml --cluster edge-7 --work hello

echo
echo "# another machine joins, and all of them move to another image"
run mcctl scale edge-7 --add-nodes "$net.3"
run mcctl upgrade edge-7 --image $new --image-file "$folder/ackdistro-1.22.tar" --dry-run
run mcctl upgrade edge-7 --image $new --image-file "$folder/ackdistro-1.22.tar"
run mcctl status edge-7

echo
echo "# out of the hub and off the machines, in one command"
run mcctl delete edge-7 --destroy --dry-run
run mcctl delete edge-7 --destroy --yes
run mcctl get clusters

echo
echo "# what is left of it on the machines and on the hub:"
inventory | sort >"$folder/after"
diff "$folder/before" "$folder/after" && echo "nothing"
