/// How far a copy is.
public struct CopyProgress: Sendable, Hashable {
  /// What is being done.
  public enum Phase: String, Sendable, Hashable {
    /// Bytes are on their way.
    case sending
    /// The host computes the digest of what arrived.
    case verifying
  }

  /// The host as messages name it.
  public let host: String
  /// Bytes that are there, those of an earlier attempt included.
  public let bytes: Int
  /// Bytes in all.
  public let total: Int
  /// What is being done.
  public let phase: Phase
}

/// What a copy came to.
public enum CopyOutcome: Sendable, Hashable {
  /// The very file was there already.
  case unchanged
  /// It was sent, from an offset on when an earlier attempt had left something.
  case copied(bytes: Int, resumedAt: Int)
}
