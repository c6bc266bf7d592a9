extension RemoteSession {
  /// The bytes of a file; nil when there is none.
  ///
  /// - Throws: ``RemoteHostError/file(host:path:reason:)``, ``RemoteHostError/outputTooLong(host:limit:)`` and what a
  ///   session throws.
  public func readFile(_ path: String, limit: Int = 16 << 20) async throws -> [UInt8]? {
    let result = try await run(
      #"[ -e "$1" ] || exit 44; cat -- "$1""#, arguments: [path], outputLimit: limit)
    if result.exitCode == 44 { return nil }
    guard result.exitCode == 0 else { throw failure(path, result) }
    return result.output
  }

  /// Writes a file so that nobody ever sees half of it: a temporary one, `sync`, `mv`. Folders that are missing are
  /// made with mode 0700.
  ///
  /// - Parameter mode: as `chmod` takes it.
  /// - Throws: ``RemoteHostError/file(host:path:reason:)`` and what a session throws.
  func writeFile(_ bytes: [UInt8], to path: String, mode: String = "0600") async throws {
    let result = try await run(
      Self.writing, arguments: [path, mode, "\(bytes.count)"], input: bytes)
    guard result.exitCode == 0 else { throw failure(path, result) }
  }

  /// Takes a file away, if it is there.
  ///
  /// - Throws: ``RemoteHostError/file(host:path:reason:)`` and what a session throws.
  func removeFile(_ path: String) async throws {
    let result = try await run(#"rm -f -- "$1""#, arguments: [path])
    guard result.exitCode == 0 else { throw failure(path, result) }
  }

  private static let writing = """
    set -e
    umask 077
    folder=$(dirname -- "$1")
    mkdir -p -- "$folder"
    new=$(mktemp "$folder/.mcctl-XXXXXX")
    trap 'rm -f -- "$new"' EXIT
    cat >"$new"
    [ "$(stat -c %s -- "$new")" = "$3" ] || { echo "it did not arrive whole" >&2; exit 1; }
    chmod -- "$2" "$new"
    sync -- "$new" 2>/dev/null || sync
    mv -fT -- "$new" "$1"
    """

  private func failure(_ path: String, _ result: RemoteResult) -> RemoteHostError {
    .file(host: host.label, path: path, reason: result.errorTail)
  }
}
