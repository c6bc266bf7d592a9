import Documents
import KubernetesClient

/// Steps that note on the hub what a cluster is brought to, and what it is made of by now. They write nothing but the keys
/// that change, so that a declaration stays somebody else's.
struct OriginStep: Sendable {
  let name: String
  /// What the hub keeps of the cluster; nil where that is written in the same operation.
  let origin: ClusterOrigin?
  let context: PlanningContext

  /// Before anything is changed: what is under way, and what the cluster shall be. Whoever changes the Secret at the same time
  /// is not written over: the step fails, and nothing has been changed.
  func begin(_ intent: ChangeIntent, _ change: ClusterChange, title: String) -> Step {
    var data: [(OriginKey, String?)] = [
      (.change, YAML.text(change.document)), (.target, YAML.text(intent.document)),
      (.changes, "\(change.number)"),
    ]
    if !intent.isDeclared, intent.document != origin?.document {
      data.append((.specification, YAML.text(intent.document)))
    }
    return step(
      "origin", title, "what it shall be made of", data,
      isNoted: origin?.change == change && origin?.present == intent.document)
  }

  /// After a change: the cluster is as it shall be, and nothing is under way.
  func end(_ document: Value) -> Step {
    step(
      "through", "note that \(name) is as it shall be", "what it is made of by now",
      [(.applied, YAML.text(document)), (.change, nil), (.target, nil)],
      isNoted: origin?.applied == document && origin?.change == nil)
  }

  /// After creating it: what it is made of.
  func created(_ document: Value) -> Step {
    step(
      "applied", "note that \(name) is as it shall be", "what it is made of by now",
      [(.applied, YAML.text(document))], isNoted: origin?.applied == document)
  }

  private func step(
    _ id: String, _ title: String, _ note: String, _ data: [(OriginKey, String?)], isNoted: Bool
  ) -> Step {
    let reference = ClusterOrigin.reference(name)
    let change = PlannedChange(
      location: context.hubLocation, object: reference, action: isNoted ? .unchanged : .update,
      note: note)
    let members = data.map { ($0.rawValue, $1.map(OriginKey.data) ?? .null) }
    var patch: Value = ["data": .object(Object(members))]
    // The others note what has been done to machines.
    let isFirst = id == "origin"
    if isFirst, let version = origin?.resourceVersion {
      patch.set(.string(version), at: "metadata", "resourceVersion")
    }
    return Step(
      id: id, title: title, location: context.hubLocation, changes: [change],
      needs: AccessNeed.needs(of: change, method: .merge),
      dryRun: isFirst ? .run : .skip("a dry run changes no machine")
    ) { [patch] step in
      guard !isNoted else { return StepResult(.unchanged) }
      _ = try await step.hub.patch(
        reference.type, reference.name, namespace: reference.namespace, .merge(patch))
      return StepResult(.done, writes: 1)
    }
  }
}
