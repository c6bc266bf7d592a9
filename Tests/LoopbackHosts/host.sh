#!/bin/bash
# One loopback host: the first process of a namespace of its own, with a copy-on-write view of this machine as its
# file system and a real sshd. Started by LoopbackHost.swift as
#   unshare --mount --uts --pid --fork --kill-child bash host.sh FOLDER NAME SIZE
# FOLDER/etc is laid over /etc. Orders come on standard input; when it ends, everything here ends and nothing is left.
set -eu
folder=$1 name=$2 size=$3

# This /proc is still the machine's, so the number is the one by which tests find the host.
read -r outside _ </proc/self/stat

mount --make-rprivate /
mkdir -p "$folder/disk"
mount -t tmpfs -o "mode=755,size=$size" tmpfs "$folder/disk"
mkdir "$folder/disk/upper" "$folder/disk/work" "$folder/disk/root"
mount -t overlay overlay \
  -o "lowerdir=/,upperdir=$folder/disk/upper,workdir=$folder/disk/work" "$folder/disk/root"
cd "$folder/disk/root"
mount -t proc proc proc
mount --rbind /dev dev
mount --rbind /sys sys
for private in run tmp root home; do mount -t tmpfs -o mode=755 tmpfs "$private"; done
chmod 1777 tmp
chmod 700 root
mkdir -p run/sshd run/lock
hostname "$name"
for file in passwd shadow group; do cat "$folder/etc/$file" >>"etc/$file"; done
sed -i "s|^root:[^:]*:|root:$(cat "$folder/etc/root-password"):|" etc/shadow
getent passwd sshd >/dev/null || echo 'sshd:x:74:74::/run/sshd:/usr/sbin/nologin' >>etc/passwd
cp "$folder/etc/sudoers" etc/sudoers.d/mcctl 2>/dev/null && chmod 440 etc/sudoers.d/mcctl
mkdir -p etc/ssh
install -m 600 "$folder/etc/host_key" etc/ssh/mcctl_host_key
install -m 644 "$folder/etc/sshd_config" "$folder/etc/authorized_keys" etc/ssh/
for user in operator robot guest; do
  mkdir "home/$user"
  chown "$(chroot . id -u "$user")" "home/$user"
done
echo "pid $outside"

sshd=
# Any sshd but the one that listens serves a connection.
connections() {
  local process
  for process in proc/[0-9]*; do
    [ "$(cat "$process/comm" 2>/dev/null)" = sshd ] || continue
    [ "${process#proc/}" = "$sshd" ] || echo "${process#proc/}"
  done
}

while read -r order argument; do
  case $order in
    start)
      chroot . /usr/sbin/sshd -D -E /run/sshd.log -f /etc/ssh/sshd_config </dev/null >/dev/null 2>&1 &
      sshd=$!
      tries=0
      until grep -q "listening" run/sshd.log 2>/dev/null || [ "$tries" -gt 100 ]; do
        sleep 0.05
        tries=$((tries + 1))
      done
      ;;
    stop)
      kill "$sshd" 2>/dev/null || true
      wait "$sshd" 2>/dev/null || true
      : >run/sshd.log
      sshd=
      ;;
    cut) for process in $(connections); do kill -KILL "$process" 2>/dev/null || true; done ;;
    key) install -m 600 "$argument" etc/ssh/mcctl_host_key ;;
  esac
  echo "$order: carried out"
done
