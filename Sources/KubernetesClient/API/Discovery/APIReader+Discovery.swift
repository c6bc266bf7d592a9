extension APIReader {
  /// What types the server serves. One or two requests where the server has aggregated discovery
  /// (Kubernetes 1.27), one a group and version before.
  public func discovery() async throws -> Discovery {
    try await DiscoveryReading(session: session).discovery()
  }
}
