import Documents

/// What controllers and simulated agents use to speak to an API server.
///
/// There is a local one (in process, privileged, through the same admission and finalizer path as
/// HTTP requests: `APIServer.localClient`) and a remote one (over TLS with a kubeconfig).
/// Every method throws `APIFailure` with the server's `Status` when the server refuses.
protocol ResourceClient: Sendable {
  /// Reads one object; `namespace` is nil for cluster-scoped kinds.
  func get(_ k: Kind, _ name: String, _ namespace: String?) async throws -> Value

  /// Reads all objects of a namespace, or of all namespaces when it is nil.
  func list(_ k: Kind, _ namespace: String?, labelSelector: String?) async throws -> [Value]

  /// Creates an object and returns it as stored.
  func create(_ k: Kind, _ object: Value, _ namespace: String?) async throws -> Value

  /// Replaces an object, or one of its subresources such as `status`; a `resourceVersion` in the
  /// object that is not the stored one is a conflict.
  func update(_ k: Kind, _ object: Value, _ namespace: String?, subresource: String?)
    async throws -> Value

  /// Applies an RFC 7396 merge patch to an object or to one of its subresources.
  func patch(
    _ k: Kind, _ name: String, _ namespace: String?, merge: Value, subresource: String?
  ) async throws -> Value

  /// Deletes an object; with finalizers it only gets its deletionTimestamp.
  func delete(_ k: Kind, _ name: String, _ namespace: String?) async throws

  /// Watches objects: those that exist come first as `ADDED`, then every change. The watch is
  /// re-established by itself until the consumer stops iterating.
  func watch(_ k: Kind, _ namespace: String?) -> AsyncStream<(type: String, object: Value)>
}
