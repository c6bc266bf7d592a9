/// What is to be done so that a declared cluster is as it is declared.
public enum DeclaredWork: Sendable, Hashable {
  /// It is as it shall be.
  case nothing
  /// It is not there, or not registered: it is created, or what was begun goes on.
  case create
  /// Machines are to be added and taken away, by their addresses.
  case scale(adding: [String], removing: [String])
  /// It is to be moved to another image.
  case upgrade(image: String)
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
    case .create: "is to be created, or what was begun goes on"
    case .scale(let adding, let removing):
      "is to be scaled: "
        + [("add", adding), ("remove", removing)].filter { !$0.1.isEmpty }
        .map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
    case .upgrade(let image): "is to be moved to image \(image)"
    case .destroy: "is to be taken out of the hub and off its machines"
    case .refused(let reason): reason
    }
  }
}
