import Documents

/// A list, page by page.
struct ListRequest: Sendable {
  let type: ResourceType
  let namespace: String?
  var options: ListOptions
  var accept = APICall.Media.json
  var extraQuery: [(String, String)] = []
  /// The member of the answer that holds what is listed.
  var arrayKey = "items"
  /// What items are that do not say it themselves.
  var itemType: ResourceType

  init(type: ResourceType, namespace: String?, options: ListOptions) {
    self.type = type
    self.namespace = namespace
    self.options = options
    itemType = type
  }

  /// The request for the page that `token` leads to. From the cache everything comes at once: API
  /// servers do not page there.
  func call(
    continuing token: String?, paged: Bool, connection: ConnectionDescription
  ) throws(KubernetesError) -> APICall {
    var query = extraQuery + options.selectors
    if options.fromCache, token == nil {
      query.append(("resourceVersion", "0"))
    } else if paged, options.pageSize > 0 {
      query.append(("limit", String(options.pageSize)))
    }
    if let token { query.append(("continue", token)) }
    var call = try APICall(
      "list", .get, Route(type: type, namespace: namespace), connection: connection, query: query)
    call.accept = accept
    return call
  }

  /// The rest of an answer, provided that it is a list. An empty one may hold null instead of items.
  func checked(_ envelope: ListEnvelope) throws(DocumentError) -> ListEnvelope {
    let kind = envelope.kind ?? ""
    let isTable = kind == "Table"
    guard isTable == (arrayKey == "rows"), envelope.hasItems || isTable || kind.hasSuffix("List")
    else {
      throw DocumentError(
        "the server sent \(kind.isEmpty ? "something else" : "a \(kind)") instead of a "
          + (arrayKey == "rows" ? "Table" : "list"))
    }
    return envelope
  }

  /// An item with `apiVersion` and `kind`, which servers leave out of the items of built-in lists.
  func completed(_ item: Value) -> Value {
    guard item["kind"] == nil, case .object(let members) = item else { return item }
    let head = [
      ("apiVersion", Value.string(itemType.apiVersion)), ("kind", Value.string(itemType.kind)),
    ]
    return .object(Object(head + members.map { ($0.key, $0.value) }))
  }
}
