import Synchronization

/// The resources that a server serves at present: built-in ones and those of
/// CustomResourceDefinitions.
final class ResourceCatalog: Sendable {
  private struct State {
    var definitions: [ResourceDefinition]
    var index: [Path: Int] = [:]
    /// Counts changes, so that documents made from the catalog can be kept until the next one.
    var generation = 0

    mutating func reindex() {
      index = Dictionary(
        definitions.enumerated().map { (Path($0.element.kind), $0.offset) },
        uniquingKeysWith: { first, _ in first })
      generation += 1
    }
  }

  private struct Path: Hashable {
    let group: String
    let version: String
    let plural: String

    init(_ kind: Kind) { self.init(kind.group, kind.version, kind.plural) }

    init(_ group: String, _ version: String, _ plural: String) {
      self.group = group
      self.version = version
      self.plural = plural
    }
  }

  private let state: Mutex<State>

  init(_ definitions: [ResourceDefinition] = BuiltInResources.definitions) {
    var initial = State(definitions: definitions)
    initial.reindex()
    state = Mutex(initial)
  }

  /// The resource of a path, nil when it is not served.
  func definition(group: String, version: String, plural: String) -> ResourceDefinition? {
    state.withLock { state in
      state.index[Path(group, version, plural)].map { state.definitions[$0] }
    }
  }

  /// The resource of a kind, nil when it is not served.
  func definition(_ kind: Kind) -> ResourceDefinition? {
    definition(group: kind.group, version: kind.version, plural: kind.plural)
  }

  /// The resource whose objects are of a kind, nil when it is not served.
  func definition(group: String, version: String, kind: String) -> ResourceDefinition? {
    all.first {
      $0.kind.group == group && $0.kind.version == version && $0.kind.kind == kind
    }
  }

  /// Every resource, those of a group and version next to each other.
  var all: [ResourceDefinition] { state.withLock { $0.definitions } }

  /// Every resource together with a number that grows with each change.
  var snapshot: (definitions: [ResourceDefinition], generation: Int) {
    state.withLock { ($0.definitions, $0.generation) }
  }

  /// Serves one resource more.
  func add(_ definition: ResourceDefinition) {
    state.withLock { state in
      state.definitions.append(definition)
      state.reindex()
    }
  }

  /// Puts the versions of a custom resource in place of those it had.
  func replace(_ resource: ResourceKey, with definitions: [ResourceDefinition]) {
    state.withLock { state in
      state.definitions.removeAll { $0.isCustom && $0.storage == resource }
      state.definitions += definitions
      state.reindex()
    }
  }
}
