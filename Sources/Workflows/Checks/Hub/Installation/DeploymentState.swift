import Documents

/// How many pods a Deployment wants, and has.
struct DeploymentState: Sendable {
  let name: String
  /// As many pods are wanted.
  let wanted: Int
  /// As many of them work.
  let available: Int
  /// The images of its containers.
  let images: [String]

  init(_ deployment: Value) {
    name = deployment.at("metadata", "name")?.string ?? ""
    wanted = deployment.at("spec", "replicas")?.int ?? 1
    available = deployment.at("status", "availableReplicas")?.int ?? 0
    images = (deployment.at("spec", "template", "spec", "containers")?.array ?? [])
      .compactMap { $0["image"]?.string }
  }

  /// Pods are wanted, and none works.
  var isDown: Bool { wanted > 0 && available == 0 }
  /// Fewer pods work than are wanted.
  var isShort: Bool { available < wanted }
  /// `2 of 3 pods available`.
  var words: String { "\(available) of \(wanted) \(wanted == 1 ? "pod" : "pods") available" }
}
