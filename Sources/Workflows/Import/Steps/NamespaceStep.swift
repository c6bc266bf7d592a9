import KubernetesClient
import OpenClusterManagement

extension Step {
  /// Waits until the namespace of an earlier cluster of the same name is gone.
  static func awaitNamespaceGone(_ name: String, _ context: PlanningContext) -> Step {
    let namespace = ObjectReference(type: .namespaces, name: name)
    let deletion = DeletionSteps(reader: context.hub, location: context.hubLocation)
    let change = PlannedChange(location: context.hubLocation, object: namespace, action: .wait)
    return .wait(
      id: "namespace", title: "the namespace of an earlier \(name) is gone",
      location: context.hubLocation, changes: [change]
    ) { step in
      try await deletion.awaitGone([namespace], step)
      return StepResult(.done)
    }
  }
}
