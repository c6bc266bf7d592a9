import KubernetesClient
import OpenClusterManagement

/// `hub.ocm.installed`: the hub serves OCM's types and has a ClusterManager.
struct OCMInstalledCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.ocm.installed", .installation, "Open Cluster Management is installed",
    meaning: """
      Looks whether the API server serves ManagedClusters, ManifestWorks and ManagedClusterAddOns, and whether there is \
      a ClusterManager, out of which OCM's operator makes the hub's components.
      """,
    warns:
      "the types are served, but there is no ClusterManager: somebody else runs the components.",
    fails: "a type is not served.",
    remedies: ["mcctl init", "name the hub's context with --context, if this is another cluster"])

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let types: [ResourceType] = [.managedClusters, .manifestWorks, .managedClusterAddOns]
    let served = try await types.concurrentMap(limit: 3) { try await isServed($0, context) }
    let missing = zip(types, served).filter { !$0.1 }.map(\.0.qualifiedName)
    guard missing.isEmpty else {
      return .fail(
        "the server does not serve \(missing.joined(separator: ", "))",
        next: ["mcctl init --context \(context.contextName)"])
    }
    let manager: ClusterManager?
    do {
      manager = try await context.clusterManager()
    } catch KubernetesError.resourceTypeMissing {
      manager = nil
    } catch KubernetesError.forbidden {
      return .pass("OCM's types are served; the ClusterManager may not be seen")
    }
    guard let manager else {
      return .warn("OCM's types are served, but there is no ClusterManager")
    }
    let version = ImageTag.tag(manager.registrationImage ?? "")
    return .pass("ClusterManager \(manager.name)\(version.map { ", OCM \($0)" } ?? "")")
  }

  /// That the caller may not list a type shows that it is served.
  private func isServed(_ type: ResourceType, _ context: HubCheckContext) async throws -> Bool {
    do {
      _ = try await context.reader.list(
        type, ListOptions(fieldSelector: "metadata.name=mcctl-check"))
      return true
    } catch KubernetesError.resourceTypeMissing {
      return false
    } catch KubernetesError.forbidden {
      return true
    }
  }
}
