public import Documents
public import FoundationEssentials
public import OpenClusterManagement

/// Everything that `mcctl status NAME` tells of one cluster.
public struct ClusterDetails: Sendable {
  /// What the table of many clusters says of it.
  public let row: StatusRow
  /// What has to hold for it to be registered, in the order it is looked at.
  public let requirements: [RegistrationState.Requirement]
  /// The record on the hub.
  public let record: ManagedCluster
  /// The agent's lease; nil when there is none or it may not be read.
  public var lease: Lease?
  /// Until when the agent's certificate is valid, and how that is known.
  public var certificate: AgentCertificate?
  /// Whether a request of its agent to join is on the hub; nil when requests may not be read.
  public var hasAsked: Bool?
  /// The release that the hub's registration component is of; nil when it is not known.
  public var hubVersion: OCMVersion?
  /// The hub's own Kubernetes version; nil when it is not known.
  public var hubKubernetes: String?
  /// The addons in the cluster's namespace, by name; nil when they may not be read.
  public var addOns: [AddOn]?
  /// The works in the cluster's namespace; nil when they may not be read.
  public var works: Works?
  /// What the cluster is, and has.
  public var platform: PlatformFacts
  /// Who made the record.
  public var origin: Origin
  /// What was seen in the cluster itself; nil when no kubeconfig for it was given.
  public var inside: InsideFacts?
  /// What could not be looked at, and why.
  public var notes: [String] = []

  /// The agent's certificate.
  public struct AgentCertificate: Sendable, Hashable {
    /// When it ends.
    public let expires: Date
    /// Where that was read, for example `certificate request edge-7-x2p9`.
    public let source: String
  }

  /// An addon of the cluster.
  public struct AddOn: Sendable, Hashable {
    /// The addon's name.
    public let name: String
    /// Whether it is available; nil before anybody said so.
    public let isAvailable: Bool?
    /// What is wrong with it; nil when nothing is.
    public let trouble: String?
  }

  /// The works of the cluster, counted.
  public struct Works: Sendable, Hashable {
    /// All of them, those of addons included.
    public var total = 0
    /// Those that the agent applied in their present form.
    public var applied = 0
    /// Those whose objects are all there.
    public var available = 0
    /// The first few that are not: name and what is wrong.
    public var problems: [String] = []
  }

  /// Who made the record, as far as it shows.
  public struct Origin: Sendable, Hashable {
    /// The field manager of the first write, for example `mcctl`.
    public let manager: String?
    /// How it came about, in words.
    public let words: String
    /// Whether the agent comes by a bundle, which somebody has to apply on the cluster.
    public let isBundle: Bool
  }
}

extension ClusterDetails {
  /// How the agent's release does not fit the hub's; nil when it does, and when one of them is not known.
  public var agentSkew: String? {
    guard let agent = inside?.agentVersion, let hubVersion else { return nil }
    return AgentSkew(agent: agent, hub: hubVersion).trouble
  }

  /// The machine form: that of the row, and more; its field names are API.
  public var document: Value {
    var value = row.document
    value["phase"] = .string(RegistrationPhase.word(row))
    value["requirements"] = .array(requirements.map(\.document))
    value["conditions"] = .array(record.conditions.map(\.document))
    value["heartbeat"] = heartbeat
    value["agent"] = agent
    value["hub"] = hub
    value["platform"] = platform.document
    value["origin"] = originDocument
    value["addOns"] = addOns.map { .array($0.map(\.document)) }
    value["works"] = works?.document
    value["finalizers"] = .array(record.finalizers.map(Value.string))
    value["inside"] = inside?.document
    value["notes"] = .array(notes.map(Value.string))
    return value
  }

  private var heartbeat: Value {
    var value: Value = ["periodSeconds": .integer(record.leaseDurationSeconds)]
    value["last"] = lease?.renewTime.map { .string(Timestamp.text($0)) }
    return value
  }

  private var agent: Value {
    var value: Value = [:]
    value["version"] = inside?.agentVersion.map { .string($0.description) }
    value["certificateExpires"] = certificate.map { .string(Timestamp.text($0.expires)) }
    value["skew"] = agentSkew.map(Value.string)
    value["certificateSource"] = certificate.map { .string($0.source) }
    return value
  }

  private var hub: Value {
    var value: Value = [:]
    value["ocm"] = hubVersion.map { .string($0.description) }
    value["kubernetes"] = hubKubernetes.map(Value.string)
    return value
  }

  private var originDocument: Value {
    var value: Value = ["description": .string(origin.words)]
    value["manager"] = origin.manager.map(Value.string)
    value["identity"] = record.annotations[Names.Annotation.clusterIdentity].map(Value.string)
    return value
  }
}

extension ClusterDetails.AddOn {
  /// The machine form: `{"name", "available", "trouble"}`.
  var document: Value {
    var value: Value = ["name": .string(name)]
    value["available"] = isAvailable.map(Value.bool)
    value["trouble"] = trouble.map(Value.string)
    return value
  }
}

extension ClusterDetails.Works {
  /// The machine form: `{"total", "applied", "available", "problems"}`.
  var document: Value {
    [
      "total": .integer(total), "applied": .integer(applied), "available": .integer(available),
      "problems": .array(problems.map(Value.string)),
    ]
  }
}

extension RegistrationState.Requirement {
  /// The machine form: `{"what", "met", "reason", "message", "since"}`.
  var document: Value {
    var value: Value = ["what": .string(kind.description), "met": .bool(isMet)]
    value["reason"] = blocker.map { .string($0.reason.rawValue) }
    value["message"] = blocker.map { .string($0.message) }
    value["since"] = blocker?.since.map { .string(Timestamp.text($0)) }
    return value
  }
}

/// One word for what a cluster is, seen from the hub.
enum RegistrationPhase {
  /// `Registered`, `Deleting`, or the reason of what holds it back.
  static func word(_ row: StatusRow) -> String {
    if row.isDeleting { return "Deleting" }
    return row.isRegistered ? "Registered" : row.blocker?.reason ?? "Unknown"
  }
}
