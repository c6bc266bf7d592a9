import OpenClusterManagement

/// `agent.klusterlet`: the Klusterlet reports no trouble.
struct KlusterletCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.klusterlet", .agent, "the Klusterlet reports no trouble",
    meaning: """
      Reads what the operator says of the agent on the Klusterlet, in every mode: Applied, Available, ValidFeatureGates, \
      RegistrationDesiredDegraded and WorkDesiredDegraded, and HubConnectionDegraded, whose reason tells how far the \
      agent came with the hub. For each reason that is known there is a remedy.
      """,
    warns: "the operator has not looked at the Klusterlet yet, or the agent waits to be let in.",
    fails: "the agent does not run, or cannot reach or convince the hub.",
    remedies: [
      "BootstrapSecretUnauthorized, or BootstrapSecretError for Unauthorized: the hub does not take the join credential;"
        + " mcctl import NAME makes a new one",
      "BootstrapSecretMissing or Error: mcctl import NAME writes the bootstrap secret again",
      "HubKubeConfigSecretMissing: the request waits for approval: mcctl accept NAME",
      "HubKubeConfigUnauthorized: the hub does not accept the cluster, or its certificate ended",
      "UnavailablePods, NoAvailablePods: look why the agent's pods do not run (agent.deployments)",
    ])

  var requires: [String] { ["agent.definitions"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    guard let klusterlet = try await context.klusterlet() else {
      return .fail(
        "there is no Klusterlet for an agent on this cluster",
        next: ["mcctl import \(context.name) --cluster-kubeconfig FILE \(context.hubFlag)"])
    }
    let inspect = context.inspect(klusterlet.reference)
    guard klusterlet.isObserved else {
      return .warn("the operator has not looked at its present form yet", next: [inspect])
    }
    let wanted: [(String, Condition.Status)] = [
      (Names.ConditionType.operatorApplied, .isTrue),
      (Names.ConditionType.validFeatureGates, .isTrue),
      (Names.ConditionType.registrationDesiredDegraded, .isFalse),
      (Names.ConditionType.workDesiredDegraded, .isFalse),
      (Names.ConditionType.hubConnectionDegraded, .isFalse),
      (Names.ConditionType.klusterletAvailable, .isTrue),
    ]
    let bad = wanted.compactMap { type, status -> Condition? in
      klusterlet.condition(type).flatMap { $0.status == status ? nil : $0 }
    }
    let connected =
      "\(klusterlet.mode?.rawValue ?? "an unknown mode"), connected as \(klusterlet.clusterName ?? "?")"
    guard let first = bad.first else { return .pass(connected) }
    let remedy = KlusterletRemedy(cluster: context.name, hubFlag: context.hubFlag)
    let details = bad.map { "\($0.type) is \($0.status.rawValue): \($0.reason): \($0.words)" }
    let waits = bad.allSatisfy { remedy.isWaiting($0) }
    if waits, bad.count == 1, try await isOld(first, context) {
      return .pass("\(connected); its operator has yet to see that it was let in")
    }
    return CheckVerdict(
      waits ? .warn : .fail, "\(first.type): \(first.reason): \(first.words)",
      details: bad.count > 1 ? details : [], next: bad.flatMap { remedy.next($0) } + [inspect])
  }

  /// Whether the agent has what the operator found missing.
  private func isOld(_ word: Condition, _ context: ClusterCheckContext) async throws -> Bool {
    guard word.saysCertificateIsMissing,
      let secret = try await context.agentSecret(Names.Secret.hubKubeconfig),
      let end = KnownHub(secret: secret)?.certificateExpires
    else { return false }
    return end > context.options.now()
  }
}

/// What to do about a condition of a Klusterlet (reasons: OCM operator,
/// klusterlet/controllers/statuscontroller and bootstrapcontroller).
struct KlusterletRemedy: Sendable {
  let cluster: String
  let hubFlag: String

  /// The agent is well, and somebody on the hub has to let it in.
  func isWaiting(_ condition: Condition) -> Bool {
    guard condition.type == Names.ConditionType.hubConnectionDegraded else { return false }
    switch HubConnection(condition).stage {
    case .waitingForApproval, .waitingForAcceptance: return true
    case .connected, .bootstrapRefused, .degraded: return false
    }
  }

  /// Commands and advice.
  func next(_ condition: Condition) -> [String] {
    let again = "mcctl import \(cluster) --cluster-kubeconfig FILE \(hubFlag)"
    let reasons = condition.reason.split(separator: ",").map(String.init)
    var advice: [String] = []
    for reason in reasons {
      switch reason {
      case "BootstrapSecretUnauthorized",
        "BootstrapSecretError" where HubConnection(condition).refusesCredential:
        advice.append("the hub refuses the join credential; a new one is made by: \(again)")
      case "BootstrapSecretMissing", "BootstrapSecretError":
        advice.append("the bootstrap secret is missing or broken; it is written again by: \(again)")
      case "HubKubeConfigSecretMissing" where reasons.contains("BootstrapSecretFunctional"):
        advice.append("mcctl accept \(cluster) \(hubFlag)")
      case "HubKubeConfigUnauthorized":
        advice.append("mcctl accept \(cluster) \(hubFlag)")
      case "HubKubeConfigError", "HubKubeConfigMissing", "ClusterNameMissing":
        advice.append("the agent's own secret is broken; it begins anew by: \(again)")
      case "UnavailablePods", "NoAvailablePods", "GetDeploymentFailed":
        advice.append("see agent.deployments for the pods")
      default: continue
      }
    }
    return advice
  }
}
