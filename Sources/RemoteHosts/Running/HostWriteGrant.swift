/// The right to change hosts. Everything of a ``RemoteSession`` and a ``DetachedJob`` that may change one wants it; without it
/// files are read, and ``LookScript``s run.
///
/// Its initializer is hidden behind an SPI, so that a plan cannot change a host: not by care but by type.
public struct HostWriteGrant: Sendable, Hashable {
  /// Grants it. Only the runner of plans, and whoever keeps others from running meanwhile, may call this.
  @_spi(HostWriteGrant)
  public init() {}
}
