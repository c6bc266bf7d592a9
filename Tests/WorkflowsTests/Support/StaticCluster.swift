import Documents
import KubernetesClient
import Synchronization

/// A cluster made of a table of objects: it answers reads from the table and access reviews from a
/// list of denials, remembers every request that would write, and keeps what plain writes say.
final class StaticCluster: HTTPTransport {
  struct Request: Sendable, Hashable {
    let method: String
    let path: String
    let query: String
  }

  private struct State {
    var objects: [String: Value] = [:]
    var collections: Set<String> = []
    var denied: Set<String> = []
    var writes: [Request] = []
    var isDown = false
  }

  private let state = Mutex(State())

  /// Requests that were no reads.
  var writes: [Request] { state.withLock { $0.writes } }

  /// Serves a type, also without any object of it.
  func serve(_ types: ResourceType...) {
    state.withLock { state in for type in types { state.collections.insert(Self.group(type)) } }
  }

  /// Puts an object in, and serves its type.
  func put(_ type: ResourceType, _ object: Value) {
    let namespace = object.at("metadata", "namespace")?.string
    let name = object.at("metadata", "name")?.string ?? ""
    serve(type)
    state.withLock { $0.objects["\(Self.collection(type, namespace))/\(name)"] = object }
  }

  /// The object at that place now.
  func object(_ type: ResourceType, _ name: String, namespace: String? = nil) -> Value? {
    state.withLock { $0.objects["\(Self.collection(type, namespace))/\(name)"] }
  }

  /// Denies a verb on a resource, for example `create managedclusters`.
  func deny(_ access: String...) {
    state.withLock { $0.denied.formUnion(access) }
  }

  /// Whether nothing listens there any more.
  var isDown: Bool {
    get { state.withLock(\.isDown) }
    set { state.withLock { $0.isDown = newValue } }
  }

  private static let refusal = TransportError.refused(host: "cluster", port: 6443)

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard !isDown else { throw Self.refusal }
    let parts = request.url.split(separator: "?", maxSplits: 1).map(String.init)
    let path = "/" + parts[0].split(separator: "/").dropFirst(2).joined(separator: "/")
    let query = parts.count > 1 ? parts[1] : ""
    let (status, answer) = answer(request, path, query)
    return HTTPResponse(
      status: status, headers: HTTPHeaders([("Content-Type", "application/json")]),
      body: JSON.encode(answer))
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStream {
    if request.url.contains("watch=true") || request.url.contains("watch=1") {
      guard !isDown else { throw Self.refusal }
      // Nothing ever changes here: the watch stays silent until it is cancelled, or the server is gone.
      return HTTPStream(
        status: 200, headers: HTTPHeaders([("Content-Type", "application/json")]),
        body: HTTPBody {
          while !self.isDown { try await Task.sleep(for: .milliseconds(50)) }
          throw Self.refusal
        })
    }
    let response = try await send(request)
    let left = Mutex<[UInt8]?>(response.body)
    return HTTPStream(
      status: response.status, headers: response.headers,
      body: HTTPBody {
        left.withLock { body in
          defer { body = nil }; return body
        }
      })
  }

  private func answer(_ request: HTTPRequest, _ path: String, _ query: String) -> (Int, Value) {
    if path == "/version" {
      return (200, ["major": "1", "minor": "36", "gitVersion": "v1.36.0", "platform": "test"])
    }
    if path == "/readyz" { return (200, "ok") }
    let body = request.body.flatMap { try? JSON.decode($0) } ?? .null
    if path.hasSuffix("/selfsubjectaccessreviews") { return review(body) }
    guard request.method == .get else { return write(request.method, path, query, body) }
    return read(path, query)
  }

  private func review(_ body: Value) -> (Int, Value) {
    let attributes = body.at("spec", "resourceAttributes")
    let verb = attributes?["verb"]?.string ?? ""
    let access = "\(verb) \(attributes?["resource"]?.string ?? "")"
    let isAllowed = state.withLock { state in
      verb == "*" ? state.denied.isEmpty : !state.denied.contains(access)
    }
    return (201, ["status": ["allowed": .bool(isAllowed)]])
  }

  private func read(_ path: String, _ query: String) -> (Int, Value) {
    state.withLock { state in
      if let object = state.objects[path] { return (200, object) }
      let parts = path.split(separator: "/").map(String.init)
      let plural = parts.last ?? ""
      let isCollection = state.collections.contains { Self.isCollection(path, of: $0) }
      if isCollection {
        let matching = state.objects.filter { key, object in
          Self.isMember(key, of: path) && Self.matches(object, query)
        }.sorted { $0.key < $1.key }.map(\.value)
        return (
          200, ["kind": "List", "metadata": ["resourceVersion": "1"], "items": .array(matching)]
        )
      }
      let parent = "/" + parts.dropLast().joined(separator: "/")
      let isServed = state.collections.contains { Self.isCollection(parent, of: $0) }
      return isServed
        ? Self.status(404, "NotFound", "\(plural) not found", name: plural)
        : Self.status(404, "NotFound", "the server could not find the requested resource")
    }
  }

  private func write(
    _ method: HTTPMethod, _ path: String, _ query: String, _ body: Value
  ) -> (Int, Value) {
    state.withLock { state in
      state.writes.append(Request(method: method.rawValue, path: path, query: query))
      guard !query.contains("dryRun=All") else { return (200, body) }
      switch method {
      case .post:
        let name = body.at("metadata", "name")?.string ?? ""
        state.objects["\(path)/\(name)"] = body
        return (201, body)
      case .patch:
        // A status is a part of its object.
        let path = path.hasSuffix("/status") ? String(path.dropLast("/status".count)) : path
        let merged = MergePatch.apply(body, to: state.objects[path] ?? .null)
        state.objects[path] = merged
        return (200, merged)
      case .delete:
        state.objects[path] = nil
        return (200, ["kind": "Status", "status": "Success"])
      default:
        state.objects[path] = body
        return (200, body)
      }
    }
  }

  private static func status(
    _ code: Int, _ reason: String, _ message: String, name: String? = nil
  ) -> (Int, Value) {
    var status: Value = [
      "kind": "Status", "apiVersion": "v1", "status": "Failure", "code": .integer(code),
      "reason": .string(reason), "message": .string(message), "details": [:],
    ]
    status.set(name.map(Value.string), at: "details", "name")
    return (code, status)
  }

  private static func group(_ type: ResourceType) -> String {
    let root = type.group.isEmpty ? "/api/\(type.version)" : "/apis/\(type.apiVersion)"
    return "\(root) \(type.plural)"
  }

  private static func collection(_ type: ResourceType, _ namespace: String?) -> String {
    let root = type.group.isEmpty ? "/api/\(type.version)" : "/apis/\(type.apiVersion)"
    return namespace.map { "\(root)/namespaces/\($0)/\(type.plural)" } ?? "\(root)/\(type.plural)"
  }

  private static func isCollection(_ path: String, of group: String) -> Bool {
    let parts = group.split(separator: " ").map(String.init)
    return path == "\(parts[0])/\(parts[1])"
      || path.hasPrefix("\(parts[0])/namespaces/") && path.hasSuffix("/\(parts[1])")
        && path.split(separator: "/").count == parts[0].split(separator: "/").count + 3
  }

  /// A list over all namespaces has the objects of every namespace.
  private static func isMember(_ key: String, of path: String) -> Bool {
    let parent = key.split(separator: "/").dropLast().joined(separator: "/")
    if "/\(parent)" == path { return true }
    let parts = path.split(separator: "/").map(String.init)
    guard !path.contains("/namespaces/"), let plural = parts.last else { return false }
    let root = "/" + parts.dropLast().joined(separator: "/")
    return key.hasPrefix("\(root)/namespaces/") && "/\(parent)".hasSuffix("/\(plural)")
      && parent.split(separator: "/").count == parts.count + 2
  }

  /// Equality and existence of labels, and the name, is all that the tests select by.
  private static func matches(_ object: Value, _ query: String) -> Bool {
    for item in query.split(separator: "&") {
      let pair = item.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { continue }
      let text = pair[1].replacing("%3D", with: "=").replacing("%2F", with: "/")
        .replacing("%2C", with: ",")
      switch pair[0] {
      case "labelSelector":
        for term in text.split(separator: ",") where !matchesLabel(object, String(term)) {
          return false
        }
      case "fieldSelector":
        let name = text.split(separator: "=").last.map(String.init)
        if object.at("metadata", "name")?.string != name { return false }
      default: continue
      }
    }
    return true
  }

  private static func matchesLabel(_ object: Value, _ term: String) -> Bool {
    let pair = term.split(separator: "=", maxSplits: 1).map(String.init)
    let value = object.at("metadata", "labels", pair[0])?.string
    return pair.count == 2 ? value == pair[1] : value != nil
  }
}
