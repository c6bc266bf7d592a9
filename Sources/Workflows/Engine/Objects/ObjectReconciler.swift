import Documents
import KubernetesClient

/// Brings single objects to their desired state, and foretells what that will change. Both ask the
/// same question of the present object, so that carrying out twice writes once.
struct ObjectReconciler: Sendable {
  let reader: APIReader
  let location: ClusterLocation
  /// Take over fields that another manager owns.
  var forcesConflicts = false
  /// Render what differs, for a plan that is to be read.
  var showsDifference = false

  /// The name under which mcctl applies (metadata.managedFields).
  static let fieldManager = "mcctl"

  /// How an object differs from its desired state.
  struct Verdict: Sendable {
    let change: PlannedChange
    /// The object now; nil when it does not exist.
    let present: Value?
    /// The object afterwards, as far as it can be foretold.
    let expected: Value
  }

  /// Reads the object and tells what it lacks. A type that is not served yet, or a namespace that
  /// does not exist yet, means that the object is to be created.
  func judge(_ desired: DesiredObject) async throws -> Verdict {
    let reference = desired.reference
    let present: Value?
    do {
      present = try await reader.getIfPresent(
        reference.type, reference.name, namespace: reference.namespace)
    } catch KubernetesError.resourceTypeMissing {
      present = nil
    }
    return judge(desired, present: present)
  }

  /// Tells what the present object lacks, without reading.
  func judge(_ desired: DesiredObject, present: Value?) -> Verdict {
    let reference = desired.reference
    guard let present else {
      return verdict(reference, .create, nil, desired.creation)
    }
    guard desired.method != .createOnly else {
      return verdict(reference, .unchanged, present, present)
    }
    var expected = Overlay.laying(desired.value, over: present)
    if desired.method == .apply,
      let owned = OwnedFields(of: present, manager: Self.fieldManager)
    {
      expected = owned.pruning(expected, wanted: desired.value)
    }
    for path in desired.exactPaths { expected.set(desired.value.at(path), at: path) }
    let action: PlannedChange.Action = expected == present ? .unchanged : .update
    return verdict(reference, action, present, expected)
  }

  private func verdict(
    _ reference: ObjectReference, _ action: PlannedChange.Action, _ present: Value?,
    _ expected: Value
  ) -> Verdict {
    let fields =
      action == .update ? Difference.changes(from: present ?? .null, to: expected) : []
    let differs = action == .update || action == .create
    let change = PlannedChange(
      location: location, object: reference, action: action, fields: fields,
      lines: showsDifference && differs ? lines(from: present, to: expected) : [])
    return Verdict(change: change, present: present, expected: expected)
  }

  /// A new object has nothing that goes away.
  private func lines(from present: Value?, to expected: Value) -> [Difference.Line] {
    let lines = Difference.lines(from: present ?? .null, to: expected)
    return present == nil ? lines.filter { $0.kind == .added } : lines
  }

  /// Foretells the changes of several objects, in order, reading a few at a time.
  func plan(_ objects: [DesiredObject]) async throws -> [PlannedChange] {
    try await objects.concurrentMap(limit: 8) { try await judge($0).change }
  }

  /// Makes the object as desired. True when it had to be written. A writer that came in between, and
  /// with patience a type that is not served yet, is met by reading again, a few times.
  func ensure(
    _ desired: DesiredObject, writer: APIWriter, patiently: Bool = true
  ) async throws -> Bool {
    try await Convergence.run(awaitingTypes: patiently) {
      let verdict = try await judge(desired)
      guard verdict.change.isWrite else { return false }
      try await write(desired, verdict, writer)
      return true
    }
  }

  private func write(
    _ desired: DesiredObject, _ verdict: Verdict, _ writer: APIWriter
  ) async throws {
    switch (desired.method, verdict.present) {
    case (.apply, let present):
      try await apply(desired, over: present, writer)
    case (_, nil):
      _ = try await writer.create(desired.creation, type: desired.type)
    case (_, .some(let present)):
      guard var patch = MergePatch.between(present, verdict.expected) else { return }
      patch.set(present.at("metadata", "resourceVersion"), at: "metadata", "resourceVersion")
      let reference = desired.reference
      _ = try await writer.patch(
        desired.type, reference.name, namespace: reference.namespace, .merge(patch))
    }
  }
}

extension ObjectReconciler {
  /// A field that mcctl itself has patched since (an upgrade does) counts as another owner's, though it is its own:
  /// such conflicts alone are no reason to stop.
  private func apply(_ desired: DesiredObject, over present: Value?, _ writer: APIWriter)
    async throws
  {
    do {
      _ = try await writer.apply(
        desired.value, type: desired.type, fieldManager: Self.fieldManager,
        force: forcesConflicts)
    } catch KubernetesError.applyConflict(let conflicts, _)
      where conflicts.allSatisfy({ $0.manager == Self.fieldManager })
    {
      var value = desired.value
      value.set(
        present?.at("metadata", "resourceVersion"), at: "metadata", "resourceVersion")
      _ = try await writer.apply(
        value, type: desired.type, fieldManager: Self.fieldManager, force: true)
    }
  }
}

extension Array where Element: Sendable {
  /// Maps with at most `limit` calls running at once; the order is kept, the first error ends it.
  func concurrentMap<Output: Sendable>(
    limit: Int, _ transform: @escaping @Sendable (Element) async throws -> Output
  ) async throws -> [Output] {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var results = [Output?](repeating: nil, count: count)
      for (index, element) in enumerated() {
        if index >= limit, let (done, output) = try await group.next() { results[done] = output }
        group.addTask { (index, try await transform(element)) }
      }
      for try await (index, output) in group { results[index] = output }
      return results.compactMap { $0 }
    }
  }
}
