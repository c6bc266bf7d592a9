/// The right to write. Whoever holds one may turn an ``APIReader`` into an ``APIWriter``.
///
/// Its initializer is hidden behind an SPI so that a plan cannot write: not by care but by type.
public struct WriteGrant: Sendable, Hashable {
  /// What becomes of a write.
  public enum Mode: Sendable, Hashable {
    /// The server keeps the change.
    case persist
    /// The server goes through admission and validation and keeps nothing (`dryRun=All`).
    case serverDryRun
  }

  /// What becomes of writes made under this grant.
  public let mode: Mode

  /// Grants writing. Only the runner of plans may call this.
  @_spi(WriteGrant)
  public init(_ mode: Mode) {
    self.mode = mode
  }
}
