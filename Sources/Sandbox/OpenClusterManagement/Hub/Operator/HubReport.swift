import Documents

/// What a pass over a ClusterManager found: its status conditions.
struct HubReport: Sendable {
  /// Why something could not be applied.
  struct Failure: Error, Sendable, CustomStringConvertible {
    let reason: String
    let message: String
    var description: String { message }
  }

  let generation: Int
  /// Deployments that are not up yet.
  var rolling: [String] = []
  var applied: Result<Void, Failure> = .success(())
  /// The Deployments in the hub's namespace.
  var deployments: [Value] = []

  init(generation: Int) {
    self.generation = generation
  }

  /// Puts the conditions into a ClusterManager.
  func write(into object: inout Value, _ components: HubComponents) {
    object.setCondition(progressing)
    object.setCondition(
      StatusCondition(
        "ValidFeatureGates", .yes, "FeatureGatesAllValid", "Feature gates are all valid"))
    object.set(.integer(generation), at: "status", "observedGeneration")
    switch applied {
    case .success:
      object.setCondition(
        StatusCondition(
          "Applied", .yes, "ClusterManagerApplied", "Components of cluster manager are applied"))
    case .failure(let failure):
      object.setCondition(StatusCondition("Applied", .no, failure.reason, failure.message))
    }
    object.setCondition(registration(components))
    object.setCondition(placement(components))
  }

  private var progressing: StatusCondition {
    rolling.isEmpty
      ? StatusCondition(
        "Progressing", .no, "ClusterManagerUpToDate",
        "Components of cluster manager are up to date")
      : StatusCondition(
        "Progressing", .yes, "ClusterManagerDeploymentRolling",
        "Deployments \(rolling.joined(separator: ",")) is still rolling")
  }

  private func registration(_ components: HubComponents) -> StatusCondition {
    for part in ["registration-controller", "registration-webhook"] {
      if let problem = problem("\(components.manager)-\(part)", components, "registration") {
        return StatusCondition(
          "HubRegistrationDegraded", .yes,
          problem.isMissing ? "GetRegistrationDeploymentFailed" : "UnavailableRegistrationPod",
          problem.message, observedGeneration: generation)
      }
    }
    return StatusCondition(
      "HubRegistrationDegraded", .no, "RegistrationFunctional",
      "Registration is managing credentials", observedGeneration: generation)
  }

  private func placement(_ components: HubComponents) -> StatusCondition {
    let name = "\(components.manager)-placement-controller"
    if let problem = problem(name, components, "placement") {
      return StatusCondition(
        "HubPlacementDegraded", .yes,
        problem.isMissing ? "GetPlacementDeploymentFailed" : "UnavailablePlacementPod",
        problem.message, observedGeneration: generation)
    }
    return StatusCondition(
      "HubPlacementDegraded", .no, "PlacementFunctional",
      "Placement is scheduling placement decisions", observedGeneration: generation)
  }

  private func problem(
    _ name: String, _ components: HubComponents, _ part: String
  ) -> (isMissing: Bool, message: String)? {
    let place = "\"\(components.namespace)\" \"\(name)\""
    guard let deployment = deployments.first(where: { $0.objectName == name }) else {
      return (
        true,
        "Failed to get \(part) deployment \(place): deployments.apps \"\(name)\" not found"
      )
    }
    let unavailable = deployment.unavailablePods
    guard unavailable > 0 else { return nil }
    return (
      false,
      "\(unavailable) of requested instances are unavailable of \(part) deployment \(place)"
    )
  }
}

extension Value {
  /// How many pods of a Deployment are wanted and not available.
  var unavailablePods: Int {
    let wanted = at("spec", "replicas")?.int ?? 1
    return max(0, wanted - (at("status", "availableReplicas")?.int ?? 0))
  }
}
