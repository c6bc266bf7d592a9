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
  func copy(
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

  func carriedOut() async throws -> CopyOutcome {
    // It is computed while bytes are on their way.
    async let digest = file.sha256()
    guard let offset = try await beginning() else {
      try await tried(CopyScripts.permitting, [path, mode])
      return .unchanged
    }
    let actual = try await send(from: offset)
    let expected = try await digest
    try await tried(
      CopyScripts.finishing,
      [path, "\(file.size)", actual == expected ? "right" : "wrong", mode])
    guard actual == expected else {
      throw RemoteHostError.checksum(
        host: session.host.label, path: path, expected: expected, actual: actual)
    }
    return .copied(bytes: file.size - offset, resumedAt: offset)
  }

  /// From where on the file has to be sent, as far as there is room for it; nil when it is there.
  private func beginning() async throws -> Int? {
    let text = try await tried(CopyScripts.looking, [path, "\(file.size)"]).text
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 4, let count = Int(words[1]) else {
      throw RemoteHostError.file(
        host: session.host.label, path: path, reason: "the host answers \"\(text)\"")
    }
    if words[0] != "none", try await file.sha256() == words[0] { return nil }
    let free = Int(words[3]) ?? .max
    guard file.size - count <= free else {
      throw RemoteHostError.noSpace(
        host: session.host.label, path: path, needed: file.size - count, free: free)
    }
    guard count > 0, count <= file.size else { return 0 }
    return try await file.sha256(ofFirst: count) == words[2] ? count : 0
  }

  /// Sends the rest; the digest of all that is there then, as the host computes it.
  private func send(from offset: Int) async throws -> String {
    let script = RemoteScript(
      script: CopyScripts.receiving, arguments: [path, "\(file.size)", "\(offset)"],
      environment: [:])
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
    guard exitCode == 0 else { throw failure(result) }
    return result.text
  }

  @discardableResult
  private func tried(_ script: String, _ arguments: [String]) async throws -> RemoteResult {
    let result = try await session.run(script, arguments: arguments)
    guard result.exitCode == 0 else { throw failure(result) }
    return result
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
