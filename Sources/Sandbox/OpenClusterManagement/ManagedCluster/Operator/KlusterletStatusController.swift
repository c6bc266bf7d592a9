import Documents

/// Tells in a Klusterlet's status whether its agents' pods are up (OCM operator,
/// klusterlet/statuscontroller).
struct KlusterletStatusController: Sendable {
  let client: RestrictedClient

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let object = try await client.find(.klusterlets, name), !object.isTerminating else {
      return .settled
    }
    let klusterlet = KlusterletView(object)
    let registration = try await deployment(klusterlet.registrationDeployment, klusterlet)
    let work =
      klusterlet.isSingleton
      ? registration : try await deployment(klusterlet.workDeployment, klusterlet)
    let conditions = [
      available(klusterlet, klusterlet.isSingleton ? [registration] : [registration, work]),
      desired("RegistrationDesiredDegraded", registration, klusterlet),
      desired("WorkDesiredDegraded", work, klusterlet),
    ]
    try await client.modify(.klusterlets, name, subresource: "status") { object in
      for condition in conditions { object.setCondition(condition) }
    }
    return .settled
  }

  /// A Deployment, or what the API server said when it was asked for.
  private struct Found: Sendable {
    let name: String
    let deployment: Value?
    let problem: String
  }

  private func deployment(_ name: String, _ klusterlet: KlusterletView) async throws -> Found {
    do {
      let deployment = try await client.get(.deployments, name, klusterlet.agentNamespace)
      return Found(name: name, deployment: deployment, problem: "")
    } catch let failure as APIFailure {
      return Found(name: name, deployment: nil, problem: failure.message)
    }
  }

  private func available(_ klusterlet: KlusterletView, _ found: [Found]) -> StatusCondition {
    for entry in found {
      let place = "\"\(klusterlet.agentNamespace)\" \"\(entry.name)\""
      guard let deployment = entry.deployment else {
        return StatusCondition(
          "Available", .no, "GetDeploymentFailed",
          "Failed to get deployment \(place): \(entry.problem)",
          observedGeneration: klusterlet.generation)
      }
      let count = deployment.at("status", "availableReplicas")?.int ?? 0
      if count <= 0 {
        return StatusCondition(
          "Available", .no, "NoAvailablePods",
          "\(count) of requested instances are available of deployment \(place)",
          observedGeneration: klusterlet.generation)
      }
    }
    return StatusCondition(
      "Available", .yes, "KlusterletAvailable",
      "deployments are ready: \(found.map(\.name).joined(separator: ","))",
      observedGeneration: klusterlet.generation)
  }

  private func desired(
    _ type: String, _ found: Found, _ klusterlet: KlusterletView
  ) -> StatusCondition {
    let place = "\"\(klusterlet.agentNamespace)\" \"\(found.name)\""
    guard let deployment = found.deployment else {
      return StatusCondition(
        type, .yes, "GetDeploymentFailed", "Failed to get deployment \(place): \(found.problem)",
        observedGeneration: klusterlet.generation)
    }
    let unavailable = deployment.unavailablePods
    if unavailable > 0 {
      return StatusCondition(
        type, .yes, "UnavailablePods",
        "\(unavailable) of requested instances are unavailable of deployment \(place)",
        observedGeneration: klusterlet.generation)
    }
    let replicas = deployment.at("spec", "replicas")?.int ?? 1
    return StatusCondition(
      type, .no, "DeploymentsFunctional", "deployments replicas are desired: \(replicas)",
      observedGeneration: klusterlet.generation)
  }
}
