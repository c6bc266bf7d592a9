import Subprocess

extension RemoteSession {
  /// Copies a file to the host. What arrives is kept beside the target until it is whole, so that a copy that was cut off goes on
  /// where it stopped; SHA-256 decides whether it is right, and only then it is moved into place.
  ///
  /// - Parameters:
  ///   - path: the target's absolute path.
  ///   - mode: as `chmod` takes it.
  ///   - progress: is told how far it is, about every megabyte.
  /// - Throws: ``RemoteHostError/noSpace(host:path:needed:free:)``,
  ///   ``RemoteHostError/checksum(host:path:expected:actual:)``, ``RemoteHostError/file(host:path:reason:)`` and what a
  ///   session throws.
  public func copy(
    _ file: LocalFile, to path: String, mode: String = "0600",
    progress: (@Sendable (CopyProgress) -> Void)? = nil
  ) async throws -> CopyOutcome {
    let copy = FileCopy(file, to: path, mode: mode, on: self, progress: progress)
    return try await copy.carriedOut()
  }
}

/// One copy of a file to one host.
private struct FileCopy: Sendable {
  let file: LocalFile
  let path: String
  let mode: String
  let session: RemoteSession
  let progress: (@Sendable (CopyProgress) -> Void)?
  private static let chunk = 1 << 20

  init(
    _ file: LocalFile, to path: String, mode: String, on session: RemoteSession,
    progress: (@Sendable (CopyProgress) -> Void)?
  ) {
    self.file = file
    self.path = path
    self.mode = mode
    self.session = session
    self.progress = progress
  }

  private enum Beginning {
    case unchanged
    case from(Int)
  }

  func carriedOut() async throws -> CopyOutcome {
    let digest = try await file.sha256()
    guard case .from(let offset) = try await beginning(digest) else { return .unchanged }
    try await send(digest, from: offset)
    return .copied(bytes: file.size - offset, resumedAt: offset)
  }

  /// What is there: the file itself, a part of it, or nothing; and whether there is room for the rest.
  private func beginning(_ digest: String) async throws -> Beginning {
    let result = try await session.run(
      CopyScripts.looking, arguments: [path, digest, "\(file.size)", mode])
    guard result.exitCode == 0 else { throw failure(result) }
    let words = result.text.split(separator: " ").map(String.init)
    switch words.first {
    case "unchanged": return .unchanged
    case "part" where words.count == 4:
      let (count, free) = (Int(words[1]) ?? 0, Int(words[3]) ?? .max)
      guard file.size - count <= free else {
        throw RemoteHostError.noSpace(
          host: session.host.label, path: path, needed: file.size - count, free: free)
      }
      let known = count <= file.size ? try await file.sha256(ofFirst: count) : ""
      return .from(known == words[2] ? count : 0)
    default:
      throw RemoteHostError.file(
        host: session.host.label, path: path, reason: "the host answers \"\(result.text)\"")
    }
  }

  private func send(_ digest: String, from offset: Int) async throws {
    let script = RemoteScript(
      script: CopyScripts.receiving,
      arguments: [path, digest, "\(file.size)", mode, "\(offset)"], environment: [:])
    let collected = CollectedOutput(limit: 64 << 10)
    let exitCode = try await session.perform(RemoteCall(script: script)) { writer in
      let reader = try LocalFileReader(file, offset..<file.size)
      var sent = offset
      while let piece = try reader.next(Self.chunk) {
        _ = try await writer.write(piece)
        sent += piece.count
        tell(sent, .sending)
      }
      tell(file.size, .verifying)
    } onOutput: {
      collected.take($0)
    }
    let result = try collected.result(exitCode, host: session.host.label)
    switch exitCode {
    case 0: return
    case 65:
      throw RemoteHostError.checksum(
        host: session.host.label, path: path, expected: digest, actual: result.text)
    default: throw failure(result)
    }
  }

  private func tell(_ bytes: Int, _ phase: CopyProgress.Phase) {
    progress?(
      CopyProgress(host: session.host.label, bytes: bytes, total: file.size, phase: phase))
  }

  private func failure(_ result: RemoteResult) -> RemoteHostError {
    let reason = result.errorTail
    return .file(
      host: session.host.label, path: path,
      reason: reason.isEmpty ? "exit status \(result.exitCode)" : reason)
  }
}
