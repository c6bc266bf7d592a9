import Foundation

/// Every object of a cluster, by name: what a story compares before and after.
struct Inventory: Equatable, Sendable {
  /// Lines `resource/namespace/name`.
  let objects: Set<String>

  /// Kinds that come and go by themselves on any cluster.
  static let restless: Set<String> = [
    "events", "events.events.k8s.io", "leases.coordination.k8s.io", "endpoints",
    "endpointslices.discovery.k8s.io", "componentstatuses", "apiservices.apiregistration.k8s.io",
    "flowschemas.flowcontrol.apiserver.k8s.io",
    "prioritylevelconfigurations.flowcontrol.apiserver.k8s.io", "controllerrevisions.apps",
    "ipaddresses.networking.k8s.io", "podmetrics.metrics.k8s.io", "nodemetrics.metrics.k8s.io",
  ]

  /// Lists a cluster with kubectl, so that mcctl is not its own witness.
  static func take(_ kubeconfig: String, clusters: Clusters) async throws -> Inventory {
    let listing = try await clusters.kubectl(
      kubeconfig, "api-resources", "--verbs=list,get,delete", "-o", "name")
    let kinds = listing.stdout.split(separator: "\n").map(String.init)
      .filter { !restless.contains($0) }
    let found = try await clusters.kubectl(
      kubeconfig, "get", kinds.joined(separator: ","), "--all-namespaces", "--ignore-not-found",
      "-o", "jsonpath={range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name}{\"\\n\"}{end}"
    )
    guard found.status == 0 else { throw Unlisted(outcome: found) }
    return Inventory(objects: Set(found.stdout.split(separator: "\n").map(String.init)))
  }

  /// Lists a cluster once two looks in a row agree: a hub that was only just set up, or objects on
  /// their way out, take a moment.
  static func settled(_ kubeconfig: String, clusters: Clusters) async throws -> Inventory {
    var last = try await take(kubeconfig, clusters: clusters)
    _ = try await Story.eventually(within: 60) {
      try await Task.sleep(for: .seconds(clusters.isLive ? 3 : 0))
      let next = try await take(kubeconfig, clusters: clusters)
      defer { last = next }
      return next == last
    }
    return last
  }

  /// A cluster that could not be listed.
  struct Unlisted: Error { let outcome: Outcome }

  /// What is here and was not there.
  func added(since before: Inventory) -> [String] {
    objects.subtracting(before.objects).sorted()
  }

  /// What was there and is not here.
  func removed(since before: Inventory) -> [String] {
    before.objects.subtracting(objects).sorted()
  }
}
