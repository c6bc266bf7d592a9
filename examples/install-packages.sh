#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages that building mcctl needs, and the programs named as
# arguments (kubectl, tmux, python3, …) when they are not on PATH. Does nothing when all is there.
set -euo pipefail

missing=()
have_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }
for package in libcurl4-openssl-dev libyaml-dev; do
  have_package "$package" || missing+=("$package")
done
for program in "$@"; do
  # Programs of administrators are not on everybody's PATH.
  PATH=$PATH:/usr/sbin:/sbin command -v "$program" >/dev/null && continue
  case $program in
    kubectl) missing+=(kubernetes-client) ;;
    ip) missing+=(iproute2) ;;
    ssh) missing+=(openssh-client) ;;
    sshd) missing+=(openssh-server) ;;
    unshare) missing+=(util-linux) ;;
    *) missing+=("$program") ;;
  esac
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "installing: ${missing[*]}"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
# No service is started here, and sshd above all: only tests run it, by themselves.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod +x "$policy"
  trap '"${as_root[@]}" rm -f "$policy"' EXIT
fi
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null
