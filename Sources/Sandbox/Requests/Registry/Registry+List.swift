import Documents

/// One page of a list.
struct ListPage: Sendable {
  let objects: [StoredObject]
  let revision: UInt64
  /// Token of the next page; nil on the last.
  var next: ContinueToken?
  /// How many objects are left after this page; nil when that is not known.
  var remaining: Int?
}

extension Registry {
  /// Lists the objects of a namespace, or of all when it is nil.
  func list(_ definition: ResourceDefinition, namespace: String?, _ request: ListRequest)
    throws(APIFailure) -> ListPage
  {
    try checkFields(definition, request)
    if let text = request.continueToken {
      let token = try ContinueToken(text)
      guard request.resourceVersion.isEmpty || request.resourceVersion == "0" else {
        throw ListRequest.invalid(
          .forbidden(
            "resourceVersion", "specifying resource version is not allowed when using continue"))
      }
      let snapshot = try snapshot(definition, namespace, at: token)
      let rest = snapshot.objects.drop { !(token.last < $0.key) }
      return page(rest, snapshot.revision, request)
    }
    let snapshot = try snapshot(definition, namespace, request)
    return page(snapshot.objects[...], snapshot.revision, request)
  }

  /// Refuses field selectors that the resource does not have.
  func checkFields(_ definition: ResourceDefinition, _ request: ListRequest) throws(APIFailure) {
    guard !request.fields.requirements.isEmpty else { return }
    let common: Set<String> = ["metadata.name", "metadata.namespace"]
    try request.fields.check(supported: common.union(definition.selectableFields))
  }

  private func page(
    _ objects: ArraySlice<StoredObject>, _ revision: UInt64, _ request: ListRequest
  ) -> ListPage {
    let isWhole = !request.hasSelector
    if request.limit <= 0 {
      let found = isWhole ? Array(objects) : objects.filter { request.matches($0.value) }
      return ListPage(objects: found, revision: revision)
    }
    var found: [StoredObject] = []
    for (index, object) in zip(objects.indices, objects)
    where isWhole || request.matches(object.value) {
      if found.count == request.limit, let last = found.last {
        let remaining = isWhole ? objects.endIndex - index : nil
        let next = ContinueToken(revision: revision, last: last.key)
        return ListPage(objects: found, revision: revision, next: next, remaining: remaining)
      }
      found.append(object)
    }
    return ListPage(objects: found, revision: revision)
  }

  private func snapshot(
    _ definition: ResourceDefinition, _ namespace: String?, _ request: ListRequest
  ) throws(APIFailure) -> ObjectStore.Snapshot {
    guard request.isExact, let revision = UInt64(request.resourceVersion) else {
      return store.list(definition.storage, namespace: namespace)
    }
    do {
      return try store.list(definition.storage, namespace: namespace, at: revision)
    } catch {
      throw .expired("The resourceVersion for the provided list is too old.")
    }
  }

  private func snapshot(
    _ definition: ResourceDefinition, _ namespace: String?, at token: ContinueToken
  ) throws(APIFailure) -> ObjectStore.Snapshot {
    if token.revision == ContinueToken.latest {
      return store.list(definition.storage, namespace: namespace)
    }
    do {
      return try store.list(definition.storage, namespace: namespace, at: token.revision)
    } catch {
      throw token.expired
    }
  }
}
