/// The host's side of a copy. The part is named by the size; whether it is the beginning of the same file, its digest
/// says.
enum CopyScripts {
  /// `$1` path, `$2` size. Says the digest of a file of that size that is there, the size and digest of a part, and the
  /// bytes that are free; `none` where there is none.
  static let looking =
    names + """
      [ -d "$1" ] && { echo "it is a folder" >&2; exit 1; }
      whole=none; count=0; digest=none
      if [ -f "$1" ] && [ "$(stat -c %s -- "$1")" = "$2" ]; then whole=$(sum <"$1"); fi
      if [ -s "$part" ]; then count=$(stat -c %s -- "$part"); digest=$(sum <"$part"); fi
      echo "$whole $count $digest $(($(df -Pk -- "$folder" | awk 'NR == 2 { print $4 }') * 1024))"
      """

  /// `$1` path, `$2` size, `$3` the offset from which the bytes come in standard input. Says the digest of the whole,
  /// which is computed while the bytes come; a failure of `tee` leaves too few of them.
  static let receiving =
    names + """
      exec 9>>"$part"
      flock -n 9 || { echo "another copy of the same file is under way" >&2; exit 1; }
      [ "$3" = 0 ] && : >"$part"
      [ "$(stat -c %s -- "$part")" = "$3" ] || { echo "another copy has come between" >&2; exit 1; }
      { head -c "$3" -- "$part"; tee -a -- "$part"; } | sum
      [ "$(stat -c %s -- "$part")" = "$2" ] || { echo "it did not arrive whole" >&2; exit 1; }
      """

  /// `$1` path, `$2` size, `$3` `right` to move the part into place with mode `$4`, `wrong` to remove it.
  static let finishing =
    names + """
      [ "$3" = right ] || exec rm -f -- "$part"
      [ "$(stat -c %s -- "$part")" = "$2" ] || { echo "another copy has come between" >&2; exit 1; }
      chmod -- "$4" "$part"
      mv -fT -- "$part" "$1"
      """

  /// `$1` path, `$2` mode.
  static let permitting = #"chmod -- "$2" "$1""#

  private static let names = """
    set -e
    umask 077
    folder=$(dirname -- "$1")
    mkdir -p -- "$folder"
    part=$folder/.$(basename -- "$1").$2.part
    # The one of openssl uses what the processor has for it.
    sum() {
      if command -v openssl >/dev/null; then openssl dgst -sha256 -r; else sha256sum; fi | cut -d' ' -f1
    }

    """
}
