/// What is watched.
struct WatchTarget: Sendable {
  let type: ResourceType
  let namespace: String?
  /// The object, when only one is watched.
  let name: String?

  /// The list that a watch begins with.
  func list(_ options: WatchOptions, fromCache: Bool) -> ListRequest {
    ListRequest(
      type: type, namespace: namespace,
      options: ListOptions(
        labelSelector: options.labelSelector, fieldSelector: fieldSelector(options),
        fromCache: fromCache))
  }

  /// The request that watches from a version on.
  func call(
    _ options: WatchOptions, since version: String, bookmarks: Bool,
    connection: ConnectionDescription
  ) throws(KubernetesError) -> APICall {
    let duration = options.requestDuration * Double.random(in: 1..<2)
    var query = [
      ("watch", "1"), ("resourceVersion", version),
      ("timeoutSeconds", String(max(1, duration.components.seconds))),
    ]
    if bookmarks { query.append(("allowWatchBookmarks", "true")) }
    query += list(options, fromCache: false).options.selectors
    var call = try APICall(
      "watch", .get, Route(type: type, namespace: namespace), connection: connection,
      query: query)
    call.isWatch = true
    call.timeouts = Timeouts(
      connect: Timeouts.standard.connect, total: duration + Self.grace, idle: nil)
    return call
  }

  /// How much longer than asked a server may take to end a request before it counts as dead.
  private static let grace = Duration.seconds(30)

  private func fieldSelector(_ options: WatchOptions) -> String? {
    let byName = name.map { "metadata.name=\($0)" }
    let parts = [byName, options.fieldSelector].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ",")
  }
}
