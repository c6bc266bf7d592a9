public import Documents

/// What is to be done so that a declared cluster is as it is declared.
public enum DeclaredWork: Sendable, Hashable {
  /// It is as it shall be.
  case nothing
  /// It is not there, or not registered as it is declared: it is created of a description, or what was begun goes on.
  case create(Value)
  /// Machines are to join and to leave.
  case scale(ScaleChange)
  /// It is to be moved to another image.
  case upgrade(ClusterUpgrade)
  /// It is to be taken out of the hub and off its machines.
  case destroy
  /// It cannot be told, or must not be done; says why.
  case refused(String)

  /// One word for machines.
  public var word: String {
    switch self {
    case .nothing: "unchanged"
    case .create: "create"
    case .scale: "scale"
    case .upgrade: "upgrade"
    case .destroy: "destroy"
    case .refused: "refused"
    }
  }

  /// What will be done, for people.
  public var text: String {
    switch self {
    case .nothing: "is as it is declared"
    case .create: "is to be created and registered, or what was begun goes on"
    case .scale(let scale):
      "is to be scaled: "
        + [("add", scale.change.added), ("remove", scale.change.removedAddresses)]
        .filter { !$0.1.isEmpty }
        .map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
    case .upgrade(let upgrade):
      "is to be moved to image \(upgrade.document.at("spec", "image", "name")?.string ?? "")"
    case .destroy: "is to be taken out of the hub and off its machines"
    case .refused(let reason): reason
    }
  }

  /// Addresses of machines that lose what is on them.
  public var leaving: [String] {
    if case .scale(let scale) = self { scale.change.removedAddresses } else { [] }
  }
}
