public import Documents

/// To which image a cluster is moved: from what it is of, or is being moved from.
public struct ClusterUpgrade: Sendable, Hashable {
  /// The description with the image that the cluster shall be of.
  let intent: ChangeIntent
  /// The move, as the hub keeps it until it is through.
  public let change: ClusterChange
  /// Whether the cluster is of that image already.
  public let isNothing: Bool
  /// The description with the image that the cluster shall be of.
  public var document: Value { intent.document }

  /// Moves a cluster to an image; nil goes on with what is under way.
  ///
  /// - Parameter file: an archive to load it from, as an absolute path; nil to pull it.
  /// - Throws: ``WorkflowError``: another change is under way.
  public init(
    image: String?, file: String?, of name: String, from origin: ClusterOrigin
  ) throws(WorkflowError) {
    var document = origin.document
    let former = document.at("spec", "image", "name")?.string
    if let image, image != former {
      var members: Value = ["name": .string(image)]
      // The login at the registry may serve again; archive and digest are the former image's.
      for member in ["platform", "registryAuth"] {
        members[member] = document.at("spec", "image", member)
      }
      document.set(members, at: "spec", "image")
    }
    if let file {
      document.set(.string(file), at: "spec", "image", "file")
      document.set(nil, at: "spec", "image", "sha256")
    }
    try self.init(describedBy: document, of: name, from: origin)
  }

  /// Moves a cluster to the image of a file, which must not differ in anything else.
  ///
  /// - Throws: ``WorkflowError``: another change is under way; more than the image differs.
  public init(
    describedBy document: Value, of name: String, from origin: ClusterOrigin
  ) throws(WorkflowError) {
    do {
      try self.init(becoming: document, of: name, from: origin, isDeclared: false)
    } catch {
      throw WorkflowError(error)
    }
  }

  /// Works out what is declared: the image, whatever else the declaration changes.
  init(
    declared document: Value, of name: String, from origin: ClusterOrigin
  ) throws(ChangeRefusal) {
    try self.init(becoming: document, of: name, from: origin, isDeclared: true)
  }

  private init(
    becoming document: Value, of name: String, from origin: ClusterOrigin, isDeclared: Bool
  ) throws(ChangeRefusal) {
    if let change = origin.change, change.kind != .upgrade {
      throw .underWay(name: name, change: change)
    }
    let difference = DescriptionDifference(from: origin.present, to: document)
    let hosts = (difference.added + difference.removed).compactMap { $0["address"]?.string }
    let others = difference.unchangeable + hosts.map { "spec.hosts: \($0)" }
    guard others.isEmpty else {
      throw .changed(
        name: name, places: others, kind: .upgrade,
        next: hosts.isEmpty
          ? difference.remedies(name, but: "spec.image")
          : ["change its machines by themselves: mcctl scale \(name) -f FILE"])
    }
    let former = origin.present.at("spec", "image", "name")?.string
    let isOther = difference.image != nil
    var change = ClusterChange(
      .upgrade,
      number: isOther || origin.change == nil
        ? origin.changes + (isOther ? 1 : 0) : origin.change?.number ?? 0)
    // Back to where a move that is not through came from.
    let isBack = isOther && difference.image == origin.change?.formerImage
    change.isRollback = isOther ? isBack : origin.change?.isRollback ?? false
    change.formerImage = isBack ? former : origin.change?.formerImage ?? former
    change.failingChecks = origin.change?.failingChecks
    if !isOther { change.versions = origin.change?.versions ?? [:] }
    intent = ChangeIntent(document: document, origin: origin, isDeclared: isDeclared)
    self.change = change
    isNothing = !isOther && origin.change == nil
  }
}
