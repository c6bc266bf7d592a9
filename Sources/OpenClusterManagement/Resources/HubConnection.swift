/// The Klusterlet condition HubConnectionDegraded, read apart.
///
/// The operator joins two findings with a comma in the reason: what it found about the bootstrap
/// secret, and about the agent's own kubeconfig (OCM operator,
/// klusterlet/controllers/statuscontroller).
public struct HubConnection: Sendable, Hashable {
  /// What the agent waits for, in the words of an operator of the hub.
  public enum Stage: Sendable, Hashable {
    /// The agent has its own working kubeconfig.
    case connected
    /// The bootstrap secret is missing, broken, or its credential is refused by the hub.
    case bootstrapRefused
    /// The bootstrap works; nobody approved the agent's certificate request yet.
    case waitingForApproval
    /// The agent has its certificate; the hub has not accepted the cluster yet.
    case waitingForAcceptance
    /// Anything else; reason and message of the condition tell.
    case degraded
  }

  /// What the agent waits for.
  public let stage: Stage
  /// Whether the hub does not take the credential that the agent asks with: it has ended, was revoked, or lost its
  /// rights. The operator calls a credential that the hub does not know an error, as it does a hub that is not reached.
  public let refusesCredential: Bool
  /// The condition as it was read.
  public let condition: Condition

  /// Reads the condition of type HubConnectionDegraded.
  public init(_ condition: Condition) {
    self.condition = condition
    let findings = Set(condition.reason.split(separator: ",").map(String.init))
    refusesCredential =
      condition.status == .isTrue
      && (findings.contains("BootstrapSecretUnauthorized")
        || findings.contains("BootstrapSecretError") && Self.isUnauthorized(condition.message))
    if condition.status == .isFalse {
      stage = .connected
    } else if findings.contains(where: { $0.hasPrefix("BootstrapSecret") })
      && !findings.contains("BootstrapSecretFunctional")
    {
      stage = .bootstrapRefused
    } else if findings.contains("HubKubeConfigSecretMissing") {
      stage = .waitingForApproval
    } else if findings.contains("HubKubeConfigUnauthorized") {
      stage = .waitingForAcceptance
    } else {
      stage = .degraded
    }
  }

  /// Whether the hub answered the bootstrap secret's user with 401. Message of the finding: OCM operator,
  /// klusterlet/controllers/ssarcontroller.
  private static func isUnauthorized(_ message: String) -> Bool {
    message.split(separator: "\n").contains {
      $0.contains(" with bootstrap secret ") && $0.hasSuffix(": Unauthorized")
    }
  }
}
