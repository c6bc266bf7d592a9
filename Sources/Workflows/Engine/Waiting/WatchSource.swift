import Documents
import KubernetesClient

/// One collection, or one object, that a wait looks at.
struct WatchSource: Sendable {
  /// The word under which the wait's check finds the objects.
  let key: String
  let reader: APIReader
  let type: ResourceType
  var namespace: String?
  var name: String?
  var labelSelector: String?

  /// Lists and watches for ever. A type that the server does not serve (yet) counts as empty and is
  /// asked for again every second: CRDs appear while an operator starts.
  ///
  /// - Parameters:
  ///   - onInterruption: told when the server cannot be asked for a while.
  ///   - onResumption: told when it answers again.
  func follow(
    onInterruption: (@Sendable (WatchInterruption) -> Void)? = nil,
    onResumption: (@Sendable () -> Void)? = nil,
    _ handle: @Sendable (WatchEvent) async throws -> Void
  ) async throws {
    let options = WatchOptions(
      labelSelector: labelSelector, onInterruption: onInterruption, onResumption: onResumption)
    while true {
      do {
        for try await event in reader.watch(type, namespace: namespace, name: name, options) {
          try await handle(event)
        }
        return
      } catch KubernetesError.resourceTypeMissing {
        onResumption?()
        try await handle(.initial([]))
        try await Task.sleep(for: .seconds(1))
      }
    }
  }
}

/// The objects that the sources of a wait hold at one moment.
struct WatchedObjects: Sendable {
  private var collections: [String: [String: Value]] = [:]

  /// True once the source of that key has been listed.
  func isListed(_ key: String) -> Bool { collections[key] != nil }

  /// The objects of one source, by namespace and name.
  subscript(_ key: String) -> [Value] {
    (collections[key] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }

  /// Takes one change of one source.
  mutating func apply(_ event: WatchEvent, to key: String) {
    switch event {
    case .initial(let items):
      let pairs = items.map { (Self.identity($0), $0) }
      collections[key] = Dictionary(pairs, uniquingKeysWith: { $1 })
    case .added(let object), .modified(let object):
      collections[key, default: [:]][Self.identity(object)] = object
    case .deleted(let object):
      collections[key, default: [:]][Self.identity(object)] = nil
    case .bookmark: break
    }
  }

  private static func identity(_ object: Value) -> String {
    let namespace = object.at("metadata", "namespace")?.string ?? ""
    return "\(namespace)/\(object.at("metadata", "name")?.string ?? "")"
  }
}
