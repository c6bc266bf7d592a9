import Documents
import Logging

/// Empties namespaces that are being deleted, and lets them go when nothing is left in them
/// (kube-controller-manager, namespace controller).
struct NamespaceTermination: Sendable {
  private let client: any ResourceClient
  private let catalog: KindCatalog
  private let pace: Pace

  init(client: any ResourceClient, catalog: KindCatalog, pace: Pace) {
    self.client = client
    self.catalog = catalog
    self.pace = pace
  }

  /// The controller that does this for every namespace.
  func controller(logger: Logger) -> Controller {
    Controller(
      name: "namespace", client: client, sources: [Controller.Source(.namespaces)], pace: pace,
      logger: logger, reconcile: reconcile)
  }

  /// Deletes what is left in one namespace, records what it waits for, and finalizes it when empty.
  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let namespace = try await client.find(.namespaces, name), namespace.isTerminating,
      namespace.at("spec", "finalizers")?.strings?.contains("kubernetes") == true
    else { return .settled }
    try await deleteContent(of: name)
    let remains = try await remains(in: name)
    try await client.modify(.namespaces, name, subresource: "status") { object in
      object.set("Terminating", at: "status", "phase")
      for condition in remains.conditions { object.setCondition(condition) }
    }
    guard remains.isEmpty else { return .again(after: pace.requeue) }
    try await finalize(name)
    return .settled
  }

  private func deleteContent(of namespace: String) async throws {
    for kind in try await contentKinds() {
      for object in try await client.items(kind, namespace) where !object.isTerminating {
        try await client.ensureAbsent(kind, object.objectName, namespace)
      }
    }
  }

  private func remains(in namespace: String) async throws -> NamespaceRemains {
    var remains = NamespaceRemains()
    for kind in try await contentKinds() {
      remains.add(try await client.items(kind, namespace), of: kind)
    }
    return remains
  }

  private func contentKinds() async throws -> [Kind] {
    try await catalog.storageKinds().filter(\.namespaced)
  }

  private func finalize(_ name: String) async throws {
    guard var namespace = try await client.find(.namespaces, name) else { return }
    let finalizers = namespace.at("spec", "finalizers")?.strings ?? []
    namespace.set(Value(finalizers.filter { $0 != "kubernetes" }), at: "spec", "finalizers")
    do {
      _ = try await client.update(.namespaces, namespace, nil, subresource: "finalize")
    } catch let failure as APIFailure where failure.isNotFound {
      return
    }
  }
}

/// What is still in a namespace that is being deleted.
struct NamespaceRemains: Sendable {
  private var counts: [(resource: String, count: Int)] = []
  private var finalizers: [String: Int] = [:]

  /// Whether nothing is left.
  var isEmpty: Bool { counts.isEmpty }

  /// Counts the objects of one kind.
  mutating func add(_ objects: [Value], of kind: Kind) {
    guard !objects.isEmpty else { return }
    counts.append(("\(kind.plural).\(kind.group)", objects.count))
    for finalizer in objects.flatMap(\.finalizers) { finalizers[finalizer, default: 0] += 1 }
  }

  /// The conditions of a terminating namespace, in the words of kube-controller-manager
  /// (pkg/controller/namespace/deletion/status_condition_utils.go).
  var conditions: [StatusCondition] {
    [
      StatusCondition(
        "NamespaceDeletionDiscoveryFailure", .no, "ResourcesDiscovered",
        "All resources successfully discovered"),
      StatusCondition(
        "NamespaceDeletionGroupVersionParsingFailure", .no, "ParsedGroupVersions",
        "All legacy kube types successfully parsed"),
      StatusCondition(
        "NamespaceDeletionContentFailure", .no, "ContentDeleted",
        "All content successfully deleted, may be waiting on finalization"),
      contentRemaining, finalizersRemaining,
    ]
  }

  private var contentRemaining: StatusCondition {
    let type = "NamespaceContentRemaining"
    if counts.isEmpty {
      return StatusCondition(type, .no, "ContentRemoved", "All content successfully removed")
    }
    let parts = counts.sorted { $0.resource < $1.resource }
      .map { "\($0.resource) has \($0.count) resource instances" }
    return StatusCondition(
      type, .yes, "SomeResourcesRemain",
      "Some resources are remaining: \(parts.joined(separator: ", "))")
  }

  private var finalizersRemaining: StatusCondition {
    let type = "NamespaceFinalizersRemaining"
    if finalizers.isEmpty {
      return StatusCondition(
        type, .no, "ContentHasNoFinalizers", "All content-preserving finalizers finished")
    }
    let parts = finalizers.sorted { $0.key < $1.key }
      .map { "\($0.key) in \($0.value) resource instances" }
    return StatusCondition(
      type, .yes, "SomeFinalizersRemain",
      "Some content in the namespace has finalizers remaining: \(parts.joined(separator: ", "))")
  }
}
