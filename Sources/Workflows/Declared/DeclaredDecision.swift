import Documents
import OpenClusterManagement

/// Which one thing is to be done next about a cluster, so that it becomes what is declared: what is left is found by the
/// next look. What has been begun comes first, then machines, then the image, then what the registration takes.
struct DeclaredDecision: Sendable {
  let name: String
  let origin: ClusterOrigin
  let isRegistered: Bool

  private var declared: Value { origin.document }

  /// What is next.
  var work: DeclaredWork {
    guard origin.applied != nil else { return .create(declared) }
    do {
      if let change = origin.change { return try going(on: change) }
      let difference = DescriptionDifference(from: origin.present, to: declared)
      if let refusal = refusal(difference) { return refusal }
      guard isRegistered else { return .create(origin.unchanged) }
      if !difference.added.isEmpty || !difference.removed.isEmpty { return try scaling() }
      if difference.image != nil { return try upgrading() }
      return difference.registration.isEmpty ? .nothing : .create(declared)
    } catch {
      return .refused(Self.reason(error))
    }
  }

  /// A change that is under way goes on to what is declared by now, where that is a change of the same kind, and else to
  /// what it was begun for.
  private func going(on change: ClusterChange) throws -> DeclaredWork {
    let difference = DescriptionDifference(from: origin.present, to: declared)
    switch change.kind {
    case .scale: return try refusal(difference) == nil ? scaling() : scaling(to: origin.unchanged)
    case .upgrade:
      return try refusal(difference) == nil ? upgrading() : upgrading(to: origin.unchanged)
    }
  }

  private func refusal(_ difference: DescriptionDifference) -> DeclaredWork? {
    difference.others.isEmpty
      ? nil
      : .refused(
        "a cluster that is there cannot be changed in this: "
          + difference.others.joined(separator: ", "))
  }

  /// The machines that are declared, with the image that the cluster is of.
  private func scaling() throws -> DeclaredWork {
    try scaling(to: declared.replacing(["image", "import"], from: origin.present))
  }

  private func scaling(to document: Value) throws -> DeclaredWork {
    .scale(try ScaleChange(declared: document, of: name, from: origin))
  }

  /// The image that is declared, on the machines that the cluster has.
  private func upgrading() throws -> DeclaredWork {
    try upgrading(to: declared.replacing(["hosts", "import"], from: origin.present))
  }

  private func upgrading(to document: Value) throws -> DeclaredWork {
    .upgrade(try ClusterUpgrade(declared: document, of: name, from: origin))
  }

  private static func reason(_ error: any Error) -> String {
    let error = WorkflowError(mapping: error)
    return [error.what, error.why].compactMap(\.self).joined(separator: ": ")
  }
}

extension Value {
  /// A description of a cluster with members of another one's `spec`.
  fileprivate func replacing(_ members: [String], from other: Value) -> Value {
    var value = self
    for member in members { value.set(other.at("spec", member), at: "spec", member) }
    return value
  }
}
