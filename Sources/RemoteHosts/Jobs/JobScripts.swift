/// The host's side of detached jobs.
///
/// A job's folder has: `command` (what runs), `output`, `pid` (the supervisor, which leads a session of its own), `boot` (which boot
/// of the machine), `exit` (the status, once it has ended), `lock` (held by the supervisor and all it started, as long as any of them
/// lives) and `start` (held while somebody starts it). A lock cannot outlive its holders nor a reboot, so it alone says
/// whether a job runs.
enum JobScripts {
  /// `$1` folder, `$2` `again` to start anew what has ended, `$3` length of the command that comes in standard input.
  static let starting = """
    set -e
    umask 077
    mkdir -p -- "$1"
    cd -- "$1"
    exec 8>>start
    flock -w 30 8 || { echo "another one is starting it" >&2; exit 1; }
    finished() {
      [ -e exit ] && [ "$2" != again ] || return 0
      echo "existing finished $(cat exit)"
      exit
    }
    finished "$@"
    [ -e exit ] && rm -f lock
    exec 9>>lock
    flock -w 1 9 || { echo "existing running $(cat pid 2>/dev/null || echo 0)"; exit; }
    # It may have ended in the second that was waited for.
    finished "$@"
    if [ -e pid ] && [ ! -e exit ] && [ "$2" != again ]; then
      echo "existing lost $([ "$(cat boot)" = "$(cat /proc/sys/kernel/random/boot_id)" ]; echo $?)"
      exit
    fi
    cat >command.new
    [ "$(stat -c %s command.new)" = "$3" ] || { echo "it did not arrive whole" >&2; exit 1; }
    if [ -e output ]; then
      n=1
      while [ -e "output.$n" ]; do n=$((n + 1)); done
      mv output "output.$n"
    fi
    rm -f exit pid boot
    mv command.new command
    : >output
    setsid sh -c '
      trap : HUP INT TERM
      sh ./command >>output 2>&1 </dev/null &
      job=$!
      cat /proc/sys/kernel/random/boot_id >boot
      echo $$ >pid.new
      mv pid.new pid
      while :; do
        wait "$job"
        status=$?
        kill -0 "$job" 2>/dev/null || break
      done
      echo "$status" >exit.new
      mv exit.new exit
    ' </dev/null >/dev/null 2>&1 8>&- &
    until [ -e pid ]; do sleep 0.05; done
    echo started
    """

  /// `$1` folder.
  static let state = """
    cd -- "$1" 2>/dev/null || { echo absent; exit; }
    [ -e exit ] && { echo "finished $(cat exit)"; exit; }
    [ -e pid ] || { echo absent; exit; }
    exec 9<lock
    if flock -s -n 9; then
      [ -e exit ] && { echo "finished $(cat exit)"; exit; }
      [ "$(cat boot)" = "$(cat /proc/sys/kernel/random/boot_id)" ]
      echo "lost $?"
    else
      echo "running $(cat pid)"
    fi
    """

  /// `$1` folder, `$2` offset, `$3` `wait` for the output until the supervisor ends, or what there is.
  static let following = """
    cd -- "$1"
    [ "$3" = wait ] || exec tail -c "+$(($2 + 1))" output
    exec tail -c "+$(($2 + 1))" -s 0.2 -f --pid="$(cat pid)" output
    """

  /// `$1` folder, `$2` offset, `$3` bytes at most.
  static let reading = """
    [ -e "$1/output" ] || exit 44
    tail -c "+$(($2 + 1))" -- "$1/output" | head -c "$3"
    """

  /// `$1` folder, `$2` tenths of a second until force.
  static let cancelling = """
    cd -- "$1" 2>/dev/null || exit 0
    [ -e exit ] && exit 0
    [ -e pid ] || exit 0
    exec 9<lock
    flock -s -n 9 && exit 0
    pid=$(cat pid)
    members() {
      for stat in /proc/[0-9]*/stat; do
        sed -n 's/^\\([0-9]*\\) .*) [^Z] [0-9]* [0-9]* \\([0-9]*\\) .*/\\1 \\2/p' "$stat" 2>/dev/null
      done | while read -r process session; do
        [ "$session" = "$pid" ] && echo "$process"
      done
    }
    for process in $(members); do
      [ "$process" = "$pid" ] || kill -TERM "$process" 2>/dev/null
    done
    n=0
    while [ ! -e exit ] && [ "$n" -lt "$2" ]; do
      sleep 0.1
      n=$((n + 1))
    done
    for process in $(members); do kill -KILL "$process" 2>/dev/null; done
    [ -e exit ] || { echo 137 >exit.new && mv exit.new exit; }
    exit 0
    """

  /// `$1` folder.
  static let removing = """
    cd -- "$1" 2>/dev/null || exit 0
    if [ ! -e exit ] && [ -e lock ]; then
      exec 9<lock
      flock -s -n 9 || exit 75
    fi
    cd / && rm -rf -- "$1"
    """
}
