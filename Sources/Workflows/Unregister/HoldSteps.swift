import Documents
import KubernetesClient
import OpenClusterManagement

/// Keeps the agent able to work while its cluster is being taken out.
///
/// OCM starts to clean up as soon as the record has a deletion timestamp: it deletes the agent's rights
/// at once, and addons and then works in the order of their priority (OCM, registration/hub/gc). So
/// copies of the rights are bound first, and an addon of mcctl's own with a finalizer holds that order
/// back until works and addons have been taken away with a living agent.
struct HoldSteps: Sendable {
  let record: ManagedCluster
  let addOns: [ManagedClusterAddOn]
  let clusterUID: String?
  /// Whether the cluster has a namespace on the hub to hold works in.
  let hasNamespace: Bool
  let reconciler: ObjectReconciler

  private var name: String { record.name }
  private var reference: ObjectReference {
    ObjectReference(type: .managedClusters, name: name)
  }

  /// Puts mcctl's finalizer on the record, copies the agent's rights, and holds works back.
  func hold() async throws -> Step {
    let held = hasNamespace ? try await rights() + [hold(of: name)] + laterAddOns : []
    let objects = [markedRecord] + held
    let changes = try await reconciler.plan(objects)
    let needs = zip(changes, objects).flatMap {
      AccessNeed.needs(of: $0, method: $1.method)
    }
    return Step(
      id: "hold", title: "keep \(name)'s agent working until the end",
      location: reconciler.location, changes: changes, needs: needs
    ) { context in
      guard try await reconciler.reader.getIfPresent(.managedClusters, name) != nil else {
        return StepResult(.skipped, message: "the record is gone")
      }
      return try await context.ensure(objects, reconciler)
    }
  }

  /// The record with mcctl's finalizer beside those of others, and with the cluster's identity, which
  /// a later run goes by.
  private var markedRecord: DesiredObject {
    var value: Value = [
      "metadata": ["name": .string(name), "finalizers": [.string(Names.Finalizer.unregister)]]
    ]
    if let clusterUID {
      value.set(
        .string(clusterUID), at: "metadata", "annotations", Names.Annotation.clusterIdentity)
    }
    return DesiredObject(type: .managedClusters, value: value, method: .merge)
  }

  /// Copies of the agent's ClusterRoles, as far as OCM made them, bound to the agents of the cluster.
  /// OCM leaves the right to works only until the cluster has none, and one may be handed out later.
  private func rights() async throws -> [DesiredObject] {
    let reader = reconciler.reader
    async let wide = reader.getIfPresent(.clusterRoles, Names.ClusterRole.managedCluster(name))
    async let registration = reader.getIfPresent(.clusterRoles, Names.ClusterRole.registration)
    async let work = reader.getIfPresent(.clusterRoles, Names.ClusterRole.work)
    var objects: [DesiredObject] = []
    if let rules = try await wide?["rules"] {
      objects.append(role(.clusterRoles, rules))
      objects.append(binding(.clusterRoleBindings, to: .clusterRoles))
    }
    let narrow = [try await registration, try await work].flatMap { $0?["rules"]?.array ?? [] }
    if !narrow.isEmpty {
      objects.append(role(.roles, .array(narrow)))
      objects.append(binding(.roleBindings, to: .roles))
    }
    return objects
  }

  private func role(_ type: ResourceType, _ rules: Value) -> DesiredObject {
    var value = skeleton(type)
    value["rules"] = rules
    return DesiredObject(type: type, value: value)
  }

  private func binding(_ type: ResourceType, to role: ResourceType) -> DesiredObject {
    var value = skeleton(type)
    value["roleRef"] = [
      "apiGroup": .string(role.group), "kind": .string(role.kind),
      "name": .string(Names.ClusterRole.unregistering(name)),
    ]
    value["subjects"] = [
      [
        "apiGroup": .string(role.group), "kind": "Group",
        "name": .string(Names.Group.agents(of: name)),
      ]
    ]
    return DesiredObject(type: type, value: value)
  }

  private func skeleton(_ type: ResourceType) -> Value {
    var value: Value = [
      "apiVersion": .string(type.apiVersion), "kind": .string(type.kind),
      "metadata": ["name": .string(Names.ClusterRole.unregistering(name))],
    ]
    if type.isNamespaced { value.set(.string(name), at: "metadata", "namespace") }
    value.set(.string(name), at: "metadata", "labels", Names.Label.clusterName)
    value.set(
      .string(Names.Label.managedByValue), at: "metadata", "labels", Names.Label.managedBy)
    return value
  }

  /// mcctl's own addon, first in OCM's order, with a finalizer that keeps it there.
  private func hold(of name: String) -> DesiredObject {
    let type = ResourceType.managedClusterAddOns
    let value: Value = [
      "apiVersion": .string(type.apiVersion), "kind": .string(type.kind),
      "metadata": [
        "name": .string(UnregisterPhase.holdingAddOnName), "namespace": .string(name),
        "labels": [Names.Label.managedBy: .string(Names.Label.managedByValue)],
        "annotations": [
          Names.Annotation.cleanupPriority: .string("\(UnregisterPhase.heldPriority)")
        ],
        "finalizers": [.string(Names.Finalizer.holdAddOn)],
      ],
      "spec": [:],
    ]
    return DesiredObject(type: type, value: value, method: .createOnly)
  }

  /// Every other addon comes after mcctl's.
  private var laterAddOns: [DesiredObject] {
    addOns.filter {
      $0.name != UnregisterPhase.holdingAddOnName
        && $0.cleanupPriority < UnregisterPhase.laterPriority
    }.map { addOn in
      var value: Value = [
        "metadata": ["name": .string(addOn.name), "namespace": .string(name)]
      ]
      value.set(
        .string("\(UnregisterPhase.laterPriority)"), at: "metadata", "annotations",
        Names.Annotation.cleanupPriority)
      return DesiredObject(type: .managedClusterAddOns, value: value, method: .merge)
    }
  }
}

extension HoldSteps {
  /// Deletes the record, which mcctl's finalizer keeps until everything else is gone.
  func markDeleted() -> Step {
    DeletionSteps(reader: reconciler.reader, location: reconciler.location).step(
      id: "mark", title: "mark \(name) as going", [reference], waits: false)
  }

  /// Waits until everybody else who holds the record has let it go.
  func awaitUsers(waits: Bool) -> Step {
    let held = record.value.userFinalizerHolders.map(\.description)
    let change = PlannedChange(
      location: reconciler.location, object: reference, action: .wait,
      note: held.isEmpty ? nil : "held by \(held.joined(separator: ", "))")
    let source = WatchSource(
      key: "cluster", reader: reconciler.reader, type: .managedClusters, name: name)
    return Step.wait(
      id: "users", title: "others have let \(name) go", location: reconciler.location,
      changes: [change]
    ) { context in
      let wait = Wait<Void>(sources: [source]) { objects in
        guard let cluster = objects["cluster"].first.map(ManagedCluster.init),
          !cluster.userFinalizers.isEmpty
        else { return .satisfied(()) }
        return .waiting(fact(cluster))
      }
      if try await wait.run(context, patience: waits ? nil : 1) != nil { return StepResult(.done) }
      return .pending("others still hold the record; run it again when they are done", writes: 0)
    }
  }

  private func fact(_ cluster: ManagedCluster) -> BlockingFact {
    let held = cluster.value.userFinalizerHolders.map(\.description)
    return BlockingFact(
      goal: "others to let \(name) go", reason: "held by \(held.joined(separator: ", "))",
      object: reference, location: reconciler.location, since: cluster.deletionTimestamp,
      inspect: reference.inspectCommand(reconciler.location.connection))
  }
}
