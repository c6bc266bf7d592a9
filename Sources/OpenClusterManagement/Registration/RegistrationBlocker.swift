public import FoundationEssentials

extension RegistrationState {
  /// One thing that has to hold, and whether it does.
  public struct Requirement: Sendable, Hashable {
    /// What has to hold.
    public enum Kind: Sendable, Hashable, CustomStringConvertible {
      /// The hub's administrator accepted the cluster and the hub took that in.
      case accepted
      /// The agent has been there with its own certificate.
      case joined
      /// The agent is alive and reaches its API server.
      case available
      /// A readiness gate of the cluster, named by its condition type.
      case gate(String)

      /// In a word or two.
      public var description: String {
        switch self {
        case .accepted: "accepted"
        case .joined: "joined"
        case .available: "available"
        case .gate(let type): "gate \(type)"
        }
      }
    }

    /// What has to hold.
    public let kind: Kind
    /// Why it does not hold; nil when it does.
    public let blocker: Blocker?

    /// Whether it holds.
    public var isMet: Bool { blocker == nil }
  }

  /// What a cluster is, seen from the hub, in one word.
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    /// Everything holds.
    case registered = "Registered"
    /// The hub's administrator has not accepted it, or the hub has not taken that in.
    case notAccepted = "NotAccepted"
    /// Its agent has not been there.
    case notJoined = "NotJoined"
    /// Its agent says that the API server does not answer.
    case unavailable = "Unavailable"
    /// Its agent is not heard of.
    case unreachable = "Unreachable"
    /// Only a readiness gate holds it back.
    case gated = "Gated"
  }

  /// Why a requirement does not hold.
  public struct Blocker: Sendable, Hashable {
    /// The reasons that mcctl tells apart; they are the reasons of `mcctl.dev/Registered`.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      /// `spec.hubAcceptsClient` is false.
      case notAccepted = "NotAccepted"
      /// Accepted, but the hub's controller has not acted on it.
      case acceptancePending = "AcceptancePending"
      /// The agent has not been there with its own certificate.
      case notJoined = "NotJoined"
      /// The agent never reported availability.
      case neverAvailable = "NeverAvailable"
      /// The agent reports that the API server does not answer it.
      case unavailable = "Unavailable"
      /// The agent stopped renewing its lease.
      case unreachable = "Unreachable"
      /// Nobody has set a gate's condition.
      case gateNotReported = "ReadinessGateNotReported"
      /// A gate's condition is not True.
      case gateClosed = "ReadinessGateClosed"
    }

    /// What does not hold.
    public let requirement: Requirement.Kind
    /// Why, for programs.
    public let reason: Reason
    /// Why, for people; the hub's own words where it said something.
    public let message: String
    /// Since when, as far as the hub tells.
    public let since: Date?
    /// The condition that says so; nil when the absence of one does.
    public let condition: Condition?

    init(
      _ requirement: Requirement.Kind, _ reason: Reason, _ message: String, since: Date?,
      condition: Condition?
    ) {
      self.requirement = requirement
      self.reason = reason
      self.message = message
      self.since = since
      self.condition = condition
    }

    init(_ requirement: Requirement.Kind, _ reason: Reason, _ condition: Condition) {
      let words = condition.message.isEmpty ? condition.reason : condition.message
      self.init(
        requirement, reason, "\(condition.type) is \(condition.status.rawValue): \(words)",
        since: condition.lastTransitionTime, condition: condition)
    }
  }
}
