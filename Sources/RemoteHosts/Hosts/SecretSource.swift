/// Where a password comes from. It is read when a host first asks for it, and then once for all hosts that share the source.
public struct SecretSource: Sendable {
  private let reading: Reading

  /// Names a source.
  ///
  /// - Parameter read: gives the secret, or throws; it may ask the operator.
  public init(_ read: @escaping @Sendable () async throws -> String) {
    reading = Reading(read)
  }

  /// The secret, without the line feed that files end with.
  func secret() async throws -> String {
    var text = try await reading.value()
    while text.hasSuffix("\n") || text.hasSuffix("\r") || text.hasSuffix("\r\n") {
      text.removeLast()
    }
    return text
  }

  /// Reads once, however many ask at the same time.
  private actor Reading {
    private let read: @Sendable () async throws -> String
    private var task: Task<String, any Error>?

    init(_ read: @escaping @Sendable () async throws -> String) {
      self.read = read
    }

    func value() async throws -> String {
      if let task { return try await task.value }
      let read = read
      let task = Task { try await read() }
      self.task = task
      return try await task.value
    }
  }
}
