/// A body read piece by piece, once.
///
/// The sender is held back while nobody reads, so memory stays bounded however long the body is.
/// Dropping the last reference before the end, or cancelling the reading task, ends the transfer.
public struct HTTPBody: AsyncSequence, Sendable {
  /// Never empty; pieces are cut anywhere, within lines and within characters.
  public typealias Element = [UInt8]

  private let nextChunk: @Sendable () async throws -> [UInt8]?

  /// A body whose pieces `nextChunk` gives, nil at the end.
  public init(_ nextChunk: @escaping @Sendable () async throws -> [UInt8]?) {
    self.nextChunk = nextChunk
  }

  /// Reads from where the last iterator stopped: a body has one position, whoever reads it.
  public func makeAsyncIterator() -> Iterator {
    Iterator(nextChunk: nextChunk)
  }

  /// Reads an ``HTTPBody``.
  public struct Iterator: AsyncIteratorProtocol {
    let nextChunk: @Sendable () async throws -> [UInt8]?

    /// The next piece, nil at the end.
    ///
    /// - Throws: ``TransportError`` when the transfer fails, `CancellationError` when the task is cancelled.
    public mutating func next() async throws -> [UInt8]? {
      try await nextChunk()
    }
  }
}
