public import Documents

/// What there is to know about a check: the source of `mcctl explain ID` and of `docs/checks/ID.md`.
public struct CheckArticle: Sendable, Hashable {
  /// The stable name, such as `hub.ocm.components`. Names are never reused for another meaning.
  public let id: String
  /// The group it is shown in.
  public let category: CheckCategory
  /// What holds when the check passes, in a few words without a full stop.
  public let title: String
  /// What is looked at, and why it matters, in sentences.
  public let meaning: String
  /// When it warns; nil when it never does.
  public let warns: String?
  /// When it fails; nil when it never does.
  public let fails: String?
  /// What to do about it, the likeliest first.
  public let remedies: [String]

  /// Describes a check.
  public init(
    _ id: String, _ category: CheckCategory, _ title: String, meaning: String,
    warns: String? = nil, fails: String? = nil, remedies: [String]
  ) {
    self.id = id
    self.category = category
    self.title = title
    self.meaning = meaning
    self.warns = warns
    self.fails = fails
    self.remedies = remedies
  }

  /// The machine form: `{"id", "category", "title", "meaning", "warns", "fails", "next"}`.
  public var document: Value {
    var value: Value = [
      "id": .string(id), "category": .string(category.rawValue), "title": .string(title),
      "meaning": .string(meaning),
    ]
    value["warns"] = warns.map(Value.string)
    value["fails"] = fails.map(Value.string)
    value["next"] = .array(remedies.map(Value.string))
    return value
  }
}

/// The groups that checks are shown in, in this order.
public enum CheckCategory: String, Sendable, Hashable, CaseIterable {
  case access
  case installation
  case webhooks
  case credentials
  case fleet
  case residue
  case record
  case agent
  case path
  case bundle
  case login
  case machine
  case network
  case leftovers

  /// The heading.
  public var title: String {
    switch self {
    case .access: "Access to the API server"
    case .installation: "Open Cluster Management"
    case .webhooks: "Admission webhooks"
    case .credentials: "Credentials and requests"
    case .fleet: "Clusters"
    case .residue: "What clusters left behind"
    case .record: "The cluster on the hub"
    case .agent: "The agent on the cluster"
    case .path: "The way between hub and cluster"
    case .bundle: "The bundle"
    case .login: "Getting into the machine"
    case .machine: "The machine"
    case .network: "Time, names and network"
    case .leftovers: "What is there already"
    }
  }
}
