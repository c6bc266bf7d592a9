import Documents
import KubernetesClient
import OpenClusterManagement

/// Removes what a Klusterlet leaves behind on its cluster, as far as nobody else needs it.
struct OperatorRemoval: Sendable {
  let agent: AgentSituation
  let reader: APIReader
  let location: ClusterLocation
  let waits: Bool
  /// Collects what stays.
  let left: Shared<[PlannedChange]>

  private var deletion: DeletionSteps { DeletionSteps(reader: reader, location: location) }

  /// What there is to delete, in order, and what is to be waited for.
  private struct Remains: Sendable {
    var objects: [ObjectReference] = []
    /// Records of works that came while the agent was being removed; what they own goes with them.
    var records: [AppliedManifestWork] = []
    var definitions: [ObjectReference] = []
    var kept: [PlannedChange] = []

    var namespaces: [ObjectReference] { objects.filter { $0.type == .namespaces } }
  }

  /// The step that removes the operator, RBAC, namespaces and types.
  func step() async throws -> Step {
    let planned = try await remains()
    let changes = (planned.objects + planned.definitions).map {
      PlannedChange(location: location, object: $0, action: .delete)
    }
    let needs = changes.flatMap { AccessNeed.needs(of: $0, method: .merge) }
    return Step(
      id: "operator", title: "remove the agent's operator, namespaces and types",
      location: location, changes: changes + planned.kept, needs: needs
    ) { context in
      let found = try await remains()
      var writes = try await remove(found.records, context)
      writes += try await deletion.delete(found.objects, context)
      writes += try await deletion.delete(found.definitions, context)
      left.update { $0 += found.kept }
      if waits, context.mode.isPersistent {
        try await deletion.awaitGone(found.namespaces + found.definitions, context)
      }
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  /// The step that removes the types which a hosted agent brought to the managed cluster, where nothing
  /// else of it is; the operator leaves them there as well.
  func typesStep() async throws -> Step {
    let changes = try await types().definitions.map {
      PlannedChange(location: location, object: $0, action: .delete)
    }
    return Step(
      id: "types", title: "remove the agent's types", location: location, changes: changes,
      needs: changes.flatMap { AccessNeed.needs(of: $0, method: .merge) }
    ) { context in
      let found = try await types()
      var writes = try await remove(found.records, context)
      writes += try await deletion.delete(found.definitions, context)
      left.update { $0 += found.kept }
      if waits, context.mode.isPersistent {
        try await deletion.awaitGone(found.definitions, context)
      }
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  /// The types on a cluster that may have an agent of its own, which needs them.
  private func types() async throws -> Remains {
    var remains = Remains()
    remains.records = try await ownRecords()
    guard try await reader.presentList(.klusterlets).isEmpty,
      try await reader.present(klusterletDefinition) == nil
    else { return remains }
    try await addDefinitions(to: &remains)
    return remains
  }

  private var klusterletDefinition: ObjectReference {
    ObjectReference(
      type: .customResourceDefinitions, name: ResourceType.klusterlets.qualifiedName)
  }

  /// Looks what is there now. Another Klusterlet keeps operator and types; a hub's operator, or
  /// anything else that runs there, keeps the namespace.
  private func remains() async throws -> Remains {
    var remains = Remains()
    remains.records = try await ownRecords()
    let others = try await reader.presentList(.klusterlets).map(Klusterlet.init)
      .filter { $0.name != agent.klusterlet?.name }
    let leftovers = AgentLeftovers(
      klusterlet: agent.klusterlet ?? Klusterlet(["metadata": ["name": "klusterlet"]]))
    var objects = try await labelled(leftovers)
    let keepsOperators = try await hasOtherDeployments()
    if others.isEmpty {
      objects += AgentLeftovers.operatorReferences.filter {
        !(keepsOperators && $0.name == Names.Secret.imagePullCredentials)
      }
    } else {
      let names = others.map(\.name).joined(separator: ", ")
      remains.kept.append(
        kept(AgentLeftovers.operatorNamespace, "the agents \(names) are on the cluster too"))
    }
    objects += leftovers.agentNamespaces.filter {
      others.isEmpty || $0.name != Names.Namespace.agentAddOn
    }
    if others.isEmpty {
      if keepsOperators {
        // On a hub it is the hub's own.
        if location.side != .hub {
          remains.kept.append(kept(AgentLeftovers.operatorNamespace, "something else runs in it"))
        }
      } else {
        objects.append(AgentLeftovers.operatorNamespace)
      }
      try await addDefinitions(to: &remains)
    }
    for object in objects where try await reader.present(object) != nil {
      remains.objects.append(object)
    }
    return remains
  }

  private func labelled(_ leftovers: AgentLeftovers) async throws -> [ObjectReference] {
    try await AgentLeftovers.labelledTypes.concurrentMap(limit: 4) { type in
      try await reader.metadataList(
        type, ListOptions(labelSelector: leftovers.labelSelector)
      ).items.compactMap { ObjectReference($0, type: type) }
    }.flatMap(\.self)
  }

  private func hasOtherDeployments() async throws -> Bool {
    let deployments = try await reader.presentList(
      .deployments, namespace: Names.Namespace.openClusterManagement)
    return deployments.contains {
      $0.at("metadata", "name")?.string != Names.ServiceAccount.klusterlet
    }
  }

  /// Deleting a type deletes its objects, and with a record of works what the works brought; so a
  /// type goes only when it has none.
  private func addDefinitions(to remains: inout Remains) async throws {
    for definition in AgentLeftovers.definitions {
      guard let present = try await reader.present(definition) else { continue }
      let instances = try await instances(
        of: definition.name, except: remains.records.map(\.reference))
      if instances.isEmpty || definition.name == ResourceType.klusterlets.qualifiedName {
        remains.definitions.append(definition)
      } else if !present.isBeingDeleted {
        let names = instances.prefix(5).joined(separator: ", ")
        remains.kept.append(
          kept(definition, "\(instances.count) objects of that type are left: \(names)"))
      }
    }
  }

  /// The records of this agent for this hub. While works are there they go with them; what is left once the agent
  /// is gone came in between, and nobody else looks after it.
  private func ownRecords() async throws -> [AppliedManifestWork] {
    guard let uid = agent.klusterlet?.uid else { return [] }
    let hash = agent.joined.map { AppliedManifestWork.hubHash(ofServer: $0.server) }
    return try await reader.presentList(.appliedManifestWorks).map(AppliedManifestWork.init)
      .filter { $0.agentID == uid && (hash == nil || $0.hubHash == hash) }
  }

  private func remove(
    _ records: [AppliedManifestWork], _ context: StepContext
  ) async throws -> Int {
    guard !records.isEmpty else { return 0 }
    let objects = try await AppliedObjects(records: records, reader: reader).references()
    let writes = try await deletion.delete(records.map(\.reference), context)
    if waits, context.mode.isPersistent {
      try await deletion.awaitGone(records.map(\.reference) + objects, context)
    }
    return writes
  }

  private func instances(
    of definition: String, except own: [ObjectReference]
  ) async throws -> [String] {
    let types: [ResourceType] = [.appliedManifestWorks, .clusterClaims]
    guard let type = types.first(where: { $0.qualifiedName == definition }) else { return [] }
    return try await reader.presentList(type).compactMap { ObjectReference($0, type: type) }
      .filter { !own.contains($0) }.map(\.name)
  }

  private func kept(_ object: ObjectReference, _ reason: String) -> PlannedChange {
    PlannedChange(location: location, object: object, action: .unchanged, note: "kept: \(reason)")
  }
}
