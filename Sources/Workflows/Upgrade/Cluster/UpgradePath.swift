/// Whether a cluster can be moved from one image to another.
struct UpgradePath: Sendable, Hashable {
  /// The image now.
  let from: String
  /// The image afterwards.
  let to: String
  /// The version of Kubernetes now, where neither image nor cluster tells: nil.
  let present: KubernetesVersion?

  /// The moves for which images of ACK Distro have scripts.
  static let ofACKDistro = [(KubernetesVersion(1, 20, 11), KubernetesVersion(1, 22, 15))]

  /// The version of Kubernetes afterwards, where the image tells.
  var target: KubernetesVersion? { KubernetesVersion(image: to) }

  /// What stands against the move; nil when nothing is known to.
  var obstacle: String? {
    guard let present, let target else { return nil }
    guard !isOfACKDistro else {
      let isKnown = Self.ofACKDistro.contains { $0 == (present, target) }
      return isKnown
        ? nil
        : "images of ACK Distro have scripts for \(Self.known), not for \(present) to \(target)"
    }
    if target < present { return "Kubernetes does not go back, here from \(present) to \(target)" }
    if target.major > present.major || target.minor > present.minor + 1 {
      return "Kubernetes skips no minor version, here from \(present) to \(target)"
    }
    return nil
  }

  /// What should be known before; nil for nothing.
  var warning: String? {
    guard present == nil || target == nil else { return nil }
    return "the tag of \(target == nil ? to : from) does not tell which Kubernetes it is of:"
      + " whether that can be upgraded to is not checked"
  }

  private var isOfACKDistro: Bool { from.contains("ackdistro") || to.contains("ackdistro") }

  private static var known: String {
    ofACKDistro.map { "\($0.0) to \($0.1)" }.joined(separator: ", ")
  }
}
