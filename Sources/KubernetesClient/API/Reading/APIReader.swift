public import Documents

/// Reads from one cluster. It cannot change anything: what it sends is GET, and the reviews with which
/// a caller asks about itself.
///
/// Every method throws ``KubernetesError``, or `CancellationError` when its task is cancelled.
public struct APIReader: Sendable {
  /// The cluster that is read from.
  public let connection: ConnectionDescription
  let session: APISession

  init(session: APISession) {
    self.session = session
    connection = session.connection
  }

  /// Reads an object, or a part of it such as `status` or `scale`.
  public func get(
    _ type: ResourceType, _ name: String, namespace: String? = nil, subresource: String? = nil
  ) async throws -> Value {
    let route = Route(type: type, namespace: namespace, name: name, subresource: subresource)
    return try await session.value(APICall("get", .get, route, connection: connection))
  }

  /// Reads an object; nil when it does not exist. That the server does not serve the type at all is
  /// still an error, ``KubernetesError/resourceTypeMissing(_:_:)``.
  public func getIfPresent(
    _ type: ResourceType, _ name: String, namespace: String? = nil, subresource: String? = nil
  ) async throws -> Value? {
    do {
      return try await get(type, name, namespace: namespace, subresource: subresource)
    } catch KubernetesError.notFound {
      return nil
    }
  }

  /// The right to change what this reader reads, given the grant to.
  public func writer(_ grant: WriteGrant) -> APIWriter {
    APIWriter(reader: self, grant: grant)
  }
}
