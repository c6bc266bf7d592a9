public import Documents

/// A change of a cluster's machines or of its image that has been begun. It stays on the hub until it is through, so that
/// anybody can go on with it.
public struct ClusterChange: Sendable, Hashable {
  /// What is changed.
  public enum Kind: String, Sendable, Hashable {
    /// Its machines.
    case scale
    /// Its image.
    case upgrade
  }

  /// What is changed.
  public let kind: Kind
  /// The how-manieth change it is since the cluster was created; part of the names of sealer's runs.
  public let number: Int
  /// Addresses of the machines that join.
  public var added: [String] = []
  /// The machines that leave, as the description had them.
  public var removed: [Value] = []
  /// Addresses of those among them that are gone: nothing is done on them.
  public var lost: [String] = []
  /// The image that the cluster is moved away from.
  public var formerImage: String?
  /// The kubelets' versions before an upgrade, by the nodes' names.
  public var versions: [String: String] = [:]
  /// The distribution's own checks that failed before; nil where nothing told.
  public var failingChecks: [String]?
  /// Whether it goes back: to the image before an upgrade that was not through.
  public var isRollback = false

  /// Begins a change of nothing yet.
  init(_ kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
  }

  /// Reads what ``document`` wrote; nil for anything else.
  init?(_ value: Value) {
    guard let kind = value["kind"]?.string.flatMap(Kind.init), let number = value["number"]?.int
    else { return nil }
    self.init(kind, number: number)
    added = value["added"]?.strings ?? []
    removed = value["removed"]?.array ?? []
    lost = value["lost"]?.strings ?? []
    formerImage = value["formerImage"]?.string
    isRollback = value["rollback"]?.bool ?? false
    versions = value["versions"].texts
    failingChecks = value["failingChecks"]?.strings
  }

  /// The form in which it is kept.
  var document: Value {
    var value: Value = ["kind": .string(kind.rawValue), "number": .integer(number)]
    if !added.isEmpty { value["added"] = .array(added.map(Value.string)) }
    if !removed.isEmpty { value["removed"] = .array(removed) }
    if !lost.isEmpty { value["lost"] = .array(lost.map(Value.string)) }
    value["formerImage"] = formerImage.map(Value.string)
    if isRollback { value["rollback"] = true }
    if !versions.isEmpty {
      let sorted = versions.sorted { $0.key < $1.key }
      value["versions"] = .object(Object(sorted.map { ($0.key, .string($0.value)) }))
    }
    value["failingChecks"] = failingChecks.map { .array($0.map(Value.string)) }
    return value
  }

  /// Addresses of the machines that leave.
  public var removedAddresses: [String] { removed.compactMap { $0["address"]?.string } }

  /// The command that goes on with it.
  func command(_ cluster: String) -> String { "mcctl \(kind.rawValue) \(cluster)" }
}
