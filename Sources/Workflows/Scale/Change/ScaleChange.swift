public import Documents

/// How the machines of a cluster change: from what it was to have, or is being brought to, to what it shall have.
public struct ScaleChange: Sendable, Hashable {
  /// The description with the machines that the cluster shall have.
  let intent: ChangeIntent
  /// What joins and what leaves, as the hub keeps it until it is through.
  public let change: ClusterChange
  /// The description with the machines that the cluster shall have.
  public var document: Value { intent.document }
  /// Whether nothing joins, and nothing leaves.
  public var isNothing: Bool { change.added.isEmpty && change.removed.isEmpty }

  /// Works out what flags ask for.
  ///
  /// - Throws: ``WorkflowError``: a rule stands against it; see ``ScaleRefusal``.
  public init(
    _ wish: ScaleWish, of name: String, from origin: ClusterOrigin
  ) throws(WorkflowError) {
    do {
      try ScaleRules(name: name, origin: origin).check(wish)
      try self.init(
        becoming: wish.applied(to: origin.document, leaving: origin.change?.removed ?? []),
        lost: wish.lost, of: name, from: origin)
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  /// Works out what a file asks for, which names all machines that the cluster shall have.
  ///
  /// - Parameter lost: machines that leave and are gone.
  /// - Throws: ``WorkflowError``: a rule stands against it; see ``ScaleRefusal``.
  public init(
    describedBy document: Value, lost: [String], of name: String, from origin: ClusterOrigin
  ) throws(WorkflowError) {
    do {
      try self.init(becoming: document, lost: lost, of: name, from: origin)
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  /// Works out what is declared: the machines, whatever else the declaration changes.
  init(declared document: Value, of name: String, from origin: ClusterOrigin) throws {
    try self.init(becoming: document, lost: [], of: name, from: origin, isDeclared: true)
  }

  private init(
    becoming document: Value, lost: [String], of name: String, from origin: ClusterOrigin,
    isDeclared: Bool = false
  ) throws {
    let rules = ScaleRules(name: name, origin: origin)
    let difference = DescriptionDifference(from: origin.present, to: document)
    try rules.check(difference)
    let pending = origin.change
    let isOther = !difference.added.isEmpty || !difference.removed.isEmpty
    var change =
      isOther || pending == nil
      ? ClusterChange(.scale, number: origin.changes + (isOther ? 1 : 0))
      : ClusterChange(.scale, number: pending?.number ?? 0)
    change.failingChecks = pending?.failingChecks
    let added = difference.added.compactMap { $0["address"]?.string }
    // One that stays after all joins again, where it has left already.
    let leaving =
      (pending?.removed ?? []).filter { host in
        !difference.added.contains { DescriptionDifference.isSame($0, host) }
      } + difference.removed
    change.added =
      (pending?.added ?? []).filter { address in
        !difference.removed.contains { $0["address"]?.string == address }
      } + added
    change.removed = leaving
    let formerlyLost = (pending?.lost ?? []).filter { address in
      leaving.contains { $0["address"]?.string == address }
    }
    change.lost = formerlyLost + lost.filter { !formerlyLost.contains($0) }
    try rules.check(document, change)
    intent = ChangeIntent(document: document, origin: origin, isDeclared: isDeclared)
    self.change = change
  }
}
