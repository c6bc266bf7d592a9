public import Documents

extension APIReader {
  /// Reads every object of a type, in all namespaces unless one is given. Pages through large
  /// collections; when the server forgets the version it began with (410), it begins again.
  public func list(
    _ type: ResourceType, namespace: String? = nil, _ options: ListOptions = ListOptions()
  ) async throws -> ObjectList {
    let request = ListRequest(type: type, namespace: namespace, options: options)
    return try await ListReading(session: session, request: request).objects()
  }

  /// Reads the metadata of every object of a type: `PartialObjectMetadata` documents.
  public func metadataList(
    _ type: ResourceType, namespace: String? = nil, _ options: ListOptions = ListOptions()
  ) async throws -> ObjectList {
    var request = ListRequest(type: type, namespace: namespace, options: options)
    request.accept =
      "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json"
    request.itemType = ResourceType(
      group: "meta.k8s.io", version: "v1", plural: "", kind: "PartialObjectMetadata",
      isNamespaced: type.isNamespaced)
    return try await ListReading(session: session, request: request).objects()
  }

  /// Reads every object of a type one by one, as the bytes arrive, so that memory does not grow with
  /// the list. When the server forgets the version it began with, the rest are as of a later one; none
  /// comes twice. Reading stops when the loop over them does; it ends without an error when the task
  /// was cancelled before.
  public func items(
    _ type: ResourceType, namespace: String? = nil, _ options: ListOptions = ListOptions()
  ) -> AsyncThrowingStream<Value, any Error> {
    let request = ListRequest(type: type, namespace: namespace, options: options)
    let items = ItemReading(session: session, request: request)
    return AsyncThrowingStream(unfolding: { try await items.next() })
  }

  /// Reads a type as a table, with the columns that the server prints for it (`kubectl get`).
  ///
  /// - Parameter objects: How much of each object comes with its row. Without objects it is the
  ///   quickest list there is.
  public func table(
    _ type: ResourceType, namespace: String? = nil, _ options: ListOptions = ListOptions(),
    objects: ResourceTable.IncludedObjects = .metadata
  ) async throws -> ResourceTable {
    var request = ListRequest(type: type, namespace: namespace, options: options)
    request.accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"
    request.arrayKey = "rows"
    request.extraQuery = [("includeObject", objects.rawValue)]
    return try await ListReading(session: session, request: request).table()
  }
}
