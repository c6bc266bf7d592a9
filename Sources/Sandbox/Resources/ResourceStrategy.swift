import Documents

/// Rules of a kind beyond its structure; the counterpart of the strategies in Kubernetes'
/// `pkg/registry`.
protocol ResourceStrategy: Sendable {
  var names: NameRule { get }
  /// Whether `metadata.generation` counts the changes of everything but metadata and status.
  var countsGenerations: Bool { get }
  /// Whether an update without resourceVersion is taken as meant for whatever is stored.
  var allowsUnconditionalUpdate: Bool { get }
  /// Whether PUT of an object that does not exist creates it.
  var allowsCreateOnUpdate: Bool { get }

  /// Fills in what depends on other fields of the object; part of decoding.
  func fillDefaults(_ object: inout Value)
  /// Sets what clients cannot on a new object.
  func prepareForCreate(_ object: inout Value, _ context: WriteContext)
  /// Sets what clients cannot on a changed object; `subresource` is nil for the object itself.
  func prepareForUpdate(
    _ object: inout Value, old: Value, subresource: String?, _ context: WriteContext)
  /// What is wrong with an object.
  func problems(of object: Value) -> [FieldCause]
  /// What is wrong with a change.
  func problems(of object: Value, old: Value, subresource: String?) -> [FieldCause]
  /// Changes the object when its deletion begins; true when it must stay although it has no
  /// finalizer in its metadata.
  func beginDeletion(_ object: inout Value) -> Bool
  /// Whether an object whose deletion has begun must still stay.
  func holdsDeletion(_ object: Value) -> Bool
}

extension ResourceStrategy {
  var names: NameRule { .subdomain }
  var countsGenerations: Bool { false }
  var allowsUnconditionalUpdate: Bool { true }
  var allowsCreateOnUpdate: Bool { false }

  func fillDefaults(_ object: inout Value) {}
  func prepareForCreate(_ object: inout Value, _ context: WriteContext) {}
  func prepareForUpdate(
    _ object: inout Value, old: Value, subresource: String?, _ context: WriteContext
  ) {}
  func problems(of object: Value) -> [FieldCause] { [] }
  func problems(of object: Value, old: Value, subresource: String?) -> [FieldCause] { [] }
  func beginDeletion(_ object: inout Value) -> Bool { false }
  func holdsDeletion(_ object: Value) -> Bool { false }
}

/// Rules of kinds that have no others.
struct PlainStrategy: ResourceStrategy {
  var names: NameRule = .subdomain
  var countsGenerations = false
  var allowsUnconditionalUpdate = true
  var allowsCreateOnUpdate = false
}
