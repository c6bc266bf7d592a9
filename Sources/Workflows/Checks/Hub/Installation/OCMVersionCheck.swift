import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `hub.ocm.version`: operator and components are of one release that mcctl knows.
struct OCMVersionCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.ocm.version", .installation, "operator and components are of one release",
    meaning: """
      Compares the image tags of OCM's operator and of the components that it runs, and whether mcctl knows the release \
      (0.11 to \(OCMVersion.standard)).
      """,
    warns:
      "tags differ, cannot be read as a release, or name one that is older or newer than mcctl knows.",
    remedies: [
      "mcctl init brings the hub to OCM \(OCMVersion.standard)",
      "with a newer OCM take a newer mcctl",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    guard try await context.clusterManager() != nil else {
      return .skip(NoClusterManager().description)
    }
    let operators = try await context.reads.list(
      .deployments, namespace: Names.Namespace.openClusterManagement
    ).filter { $0.at("metadata", "name")?.string == Names.ServiceAccount.clusterManager }
    let states = try await (operators + context.components()).map(DeploymentState.init)
    let images = states.flatMap { state in state.images.map { (state.name, $0) } }
    guard !images.isEmpty else { return .skip("there are no images to compare") }
    let tags = Set(images.map { ImageTag.tag($0.1) ?? "none" })
    let details = images.map { "\($0.0): \($0.1)" }
    guard tags.count == 1, let tag = tags.first else {
      return .warn("different tags: \(tags.sorted().joined(separator: ", "))", details: details)
    }
    guard let version = images.first.flatMap({ ImageTag.version($0.1) }) else {
      return .warn("the tag \(tag) names no release from \(OCMVersion.oldest) on", details: details)
    }
    guard version <= OCMVersion.standard else {
      return .warn("OCM \(version) is newer than \(OCMVersion.standard), which this mcctl knows")
    }
    return .pass("OCM \(version)")
  }
}
