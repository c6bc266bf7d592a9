/// The rules for the name of a managed cluster.
///
/// The name is also the name of a namespace on the hub (RFC 1123 label, at most 63 characters), a
/// label value, and part of the agent's certificate; OCM's Klusterlet CRD holds the same pattern.
public enum ClusterName {
  /// The most characters a name may have.
  public static let maximumLength = 63

  /// Checks a name before anything is made with it.
  public static func validate(_ name: String) throws(ClusterNameError) {
    guard !name.isEmpty else { throw .empty }
    guard name.utf8.count <= maximumLength else {
      throw .tooLong(name: name, length: name.utf8.count)
    }
    for character in name where !isAllowed(character) {
      throw .badCharacter(name: name, character: character)
    }
    guard name.first != "-", name.last != "-" else { throw .hyphenAtEnd(name: name) }
    if let owner = reservedBy(name) { throw .reserved(name: name, owner: owner) }
  }

  /// Whose a name is that would make the cluster's namespace somebody else's; nil when it is free.
  private static func reservedBy(_ name: String) -> ClusterNameError.Owner? {
    if name == "default" || name.hasPrefix("kube-") { return .kubernetes }
    if name.hasPrefix(Names.Namespace.openClusterManagement) { return .openClusterManagement }
    if name == "local" { return .clusterGateway }
    return nil
  }

  private static func isAllowed(_ character: Character) -> Bool {
    guard let ascii = character.asciiValue else { return false }
    switch ascii {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      return true
    default:
      return false
    }
  }
}

/// Why a name cannot be a managed cluster's.
public enum ClusterNameError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Who uses a name already.
  public enum Owner: String, Sendable, Hashable {
    /// `default` and `kube-…` are Kubernetes' own namespaces.
    case kubernetes = "Kubernetes"
    /// `open-cluster-management…` are OCM's own namespaces on the hub.
    case openClusterManagement = "Open Cluster Management"
    /// `local` is what cluster-gateway calls the hub itself.
    case clusterGateway = "cluster-gateway"
  }

  /// There is no name.
  case empty
  /// More than 63 characters.
  case tooLong(name: String, length: Int)
  /// Something other than lower-case letters, digits and hyphens.
  case badCharacter(name: String, character: Character)
  /// A hyphen at the start or the end.
  case hyphenAtEnd(name: String)
  /// The cluster's namespace on the hub would be somebody else's.
  case reserved(name: String, owner: Owner)

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .empty:
      "a cluster name is needed"
    case .tooLong(let name, let length):
      "cluster name \"\(name)\" has \(length) characters; "
        + "at most \(ClusterName.maximumLength) are possible"
    case .badCharacter(let name, let character):
      "cluster name \"\(name)\" contains \"\(character)\"; "
        + "only lower-case letters, digits and hyphens are possible"
    case .hyphenAtEnd(let name):
      "cluster name \"\(name)\" must start and end with a letter or digit"
    case .reserved(let name, let owner):
      "cluster name \"\(name)\" is reserved: "
        + "the hub's namespace of that name belongs to \(owner.rawValue)"
    }
  }
}
