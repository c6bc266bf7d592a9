/// What a path and method ask for, as `apiserver/pkg/endpoints/request.RequestInfoFactory` reads
/// them.
struct RequestInfo: Sendable {
  /// Whether the path names a resource, rather than something like `/version`.
  var isResource = false
  var verb: Verb
  var path: String
  var group = ""
  var version = ""
  /// Namespace of the request; that of `/api/v1/namespaces/x` is `x`, for authorisation.
  var namespace: String?
  var resource = ""
  var subresource: String?
  /// What follows the subresource, such as the path behind `proxy`.
  var rest: [String] = []
  /// Empty for requests to collections.
  var name = ""

  init(method: String, path: String, query: Query) {
    self.path = path
    self.verb = Self.plainVerb(method)
    let parts = path.split(separator: "/").map(String.init)
    guard let tail = readPrefix(parts), !tail.isEmpty else { return }
    isResource = true
    readResource(tail[...])
    verb = Self.resourceVerb(method, named: !name.isEmpty, query: query)
    takeNameFromSelector(query)
  }

  /// `pods/log`: the resource with its subresource, as roles name it.
  var qualifiedResource: String { subresource.map { "\(resource)/\($0)" } ?? resource }

  /// Reads `/api/v1` or `/apis/GROUP/VERSION` and returns what follows; nil for other paths.
  private mutating func readPrefix(_ parts: [String]) -> [String]? {
    guard let first = parts.first else { return nil }
    if first == "api", parts.count >= 2 {
      version = parts[1]
      return Array(parts.dropFirst(2))
    }
    if first == "apis", parts.count >= 3 {
      group = parts[1]
      version = parts[2]
      return Array(parts.dropFirst(3))
    }
    return nil
  }

  /// Reads `[namespaces/NS/]RESOURCE[/NAME[/SUBRESOURCE]]`.
  private mutating func readResource(_ parts: ArraySlice<String>) {
    var parts = parts
    if parts.first == "namespaces", parts.count > 1 {
      namespace = parts[parts.startIndex + 1]
      let third = parts.count > 2 ? parts[parts.startIndex + 2] : nil
      let ofNamespace = third == nil || ["status", "finalize"].contains(third)
      if !ofNamespace { parts = parts.dropFirst(2) }
    }
    let words = Array(parts)
    resource = words[0]
    name = words.count > 1 ? words[1] : ""
    subresource = words.count > 2 ? words[2] : nil
    rest = Array(words.dropFirst(3))
  }

  /// A list or watch of one name by field selector is authorised as of that name.
  private mutating func takeNameFromSelector(_ query: Query) {
    guard name.isEmpty, [.list, .watch, .deletecollection].contains(verb),
      let text = query["fieldSelector"], let selector = try? FieldSelector(text)
    else { return }
    name = selector.exactValue(of: "metadata.name") ?? ""
  }

  private static func plainVerb(_ method: String) -> Verb {
    Verb(rawValue: method.lowercased()) ?? .get
  }

  private static func resourceVerb(_ method: String, named: Bool, query: Query) -> Verb {
    switch method {
    case "POST": .create
    case "PUT": .update
    case "PATCH": .patch
    case "DELETE": named ? .delete : .deletecollection
    default:
      if named { .get } else { query.flag("watch") == true ? .watch : .list }
    }
  }
}
