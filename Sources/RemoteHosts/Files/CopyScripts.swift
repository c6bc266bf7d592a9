/// The host's side of a copy. The part is named by the digest, so parts of different files never mix.
enum CopyScripts {
  /// `$1` path, `$2` digest, `$3` size, `$4` mode. Says `unchanged`, or `part BYTES DIGEST FREE`.
  static let looking =
    names + """
      if [ -f "$1" ] && [ "$(stat -c %s -- "$1")" = "$3" ] && [ "$(sum "$1")" = "$2" ]; then
        chmod -- "$4" "$1"
        echo unchanged
        exit
      fi
      [ -d "$1" ] && { echo "it is a folder" >&2; exit 1; }
      free=$(df -Pk -- "$folder" | awk 'NR == 2 { print $4 * 1024 }')
      if [ -f "$part" ]; then
        echo "part $(stat -c %s -- "$part") $(sum "$part") $free"
      else
        echo "part 0 none $free"
      fi
      """

  /// As before, and `$5` the offset from which the bytes come in standard input.
  static let receiving =
    names + """
      exec 9>>"$part"
      flock -n 9 || { echo "another copy of the same file is under way" >&2; exit 1; }
      [ "$5" = 0 ] && : >"$part"
      [ "$(stat -c %s -- "$part")" = "$5" ] || { echo "another copy has come between" >&2; exit 1; }
      cat >&9
      [ "$(stat -c %s -- "$part")" = "$3" ] || { echo "it did not arrive whole" >&2; exit 1; }
      actual=$(sum "$part")
      [ "$actual" = "$2" ] || { rm -f -- "$part"; echo "$actual"; exit 65; }
      chmod -- "$4" "$part"
      mv -fT -- "$part" "$1"
      """

  private static let names = """
    set -e
    umask 077
    folder=$(dirname -- "$1")
    mkdir -p -- "$folder"
    part=$folder/.$(basename -- "$1").$(printf %.16s "$2").part
    sum() { sha256sum <"$1" | cut -d' ' -f1; }

    """
}
