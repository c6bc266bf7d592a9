import Documents
import FoundationEssentials
import KubernetesClient

/// Notes on the hub what a cluster is made of by now, which is then compared with what it is to be made of.
struct AppliedStep: Sendable {
  let name: String
  /// The document of kind Cluster that has been brought about.
  let document: Value
  /// What the hub keeps of the cluster.
  let origin: ClusterOrigin?
  let context: PlanningContext

  /// The step of an operation that has not read what the hub keeps.
  static func reading(
    _ name: String, _ document: Value, _ context: PlanningContext
  ) async throws -> Step {
    AppliedStep(
      name: name, document: document, origin: try await ClusterOrigin.read(name, context.hub),
      context: context
    ).step()
  }

  /// The step; it writes nothing where that is noted already.
  func step() -> Step {
    let reference = ClusterOrigin.reference(name)
    let applied = YAML.text(document)
    let isNoted = origin?.applied == applied
    let change = PlannedChange(
      location: context.hubLocation, object: reference, action: isNoted ? .unchanged : .update,
      note: "what it is made of by now")
    return Step(
      id: "applied", title: "note that \(name) is as it shall be",
      location: context.hubLocation, changes: [change],
      needs: AccessNeed.needs(of: change, method: .merge),
      dryRun: .skip("a dry run changes no machine")
    ) { step in
      guard !isNoted else { return StepResult(.unchanged) }
      let data: Value = [
        ClusterOrigin.appliedKey: .string(Data(applied.utf8).base64EncodedString())
      ]
      _ = try await step.hub.patch(
        reference.type, reference.name, namespace: reference.namespace, .merge(["data": data]))
      return StepResult(.done, writes: 1)
    }
  }
}
