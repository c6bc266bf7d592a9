public import Documents
import KubernetesClient
import OpenClusterManagement

/// Stops managing a cluster and keeps its record: the hub no longer accepts its agent. Importing it again undoes that.
public struct DetachCluster: Workflow {
  /// The command's word.
  public let operation = "delete"
  /// The cluster's name on the hub.
  public let name: String
  /// End only when the hub has taken the agent's rights back.
  public let waits: Bool

  /// The cluster's name.
  public var subject: String? { name }

  /// Prepares the operation.
  public init(name: String, waits: Bool = true) {
    self.name = name
    self.waits = waits
  }

  /// Reads the record, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<DetachReport> {
    let cluster = try await context.existingCluster(name)
    let editor = ClusterEdit(
      name: name, location: context.hubLocation,
      showsDifference: context.mode == .planWithDiff
    ) { cluster in
      var value = cluster.value
      value.set(.bool(false), at: "spec", "hubAcceptsClient")
      return value
    }
    let step = Step(
      id: "detach", title: "accept the agent of \(name) no longer", location: context.hubLocation,
      changes: [editor.change(of: cluster)], needs: editor.needs
    ) { step in
      try await editor.run(step.hub)
    }
    let outcome = RegistrationOutcome(
      clusterName: name, location: context.hubLocation, now: context.now)
    let name = name
    return Plan(
      operation: operation, subject: subject,
      steps: [step] + (waits ? [denial(context)] : []) + [outcome.step()]
    ) { record in
      DetachReport(name: name, isUnchanged: !record.wrote(in: step))
    }
  }

  /// Waits until the agent has lost its rights. Works that are there keep the right to them.
  private func denial(_ context: PlanningContext) -> Step {
    let binding = ObjectReference(
      type: .roleBindings, namespace: name, name: Names.RoleBinding.registration(name))
    let change = PlannedChange(location: context.hubLocation, object: binding, action: .wait)
    return Step.wait(
      id: "denied", title: "the hub has taken the agent's rights back",
      location: context.hubLocation, changes: [change]
    ) { step in
      let source = WatchSource(
        key: "binding", reader: context.hub, type: .roleBindings, namespace: name,
        name: binding.name)
      try await Wait<Void>(sources: [source]) { objects in
        guard objects["binding"].isEmpty else {
          return .waiting(
            BlockingFact(
              goal: "the agent of \(name) to lose its rights",
              reason: "\(binding) is still there; the hub's registration controller removes it",
              object: binding, location: context.hubLocation,
              inspect: binding.inspectCommand(context.hubLocation.connection)))
        }
        return .satisfied(())
      }.run(step)
      return StepResult(.done)
    }
  }
}

/// What detaching a cluster came to.
public struct DetachReport: WorkflowReport, Hashable {
  /// Name on the hub.
  public let name: String
  /// It was detached before.
  public let isUnchanged: Bool

  /// The machine form; its field names are API.
  public var document: Value {
    ["name": .string(name), "outcome": .string(isUnchanged ? "unchanged" : "detached")]
  }
}
