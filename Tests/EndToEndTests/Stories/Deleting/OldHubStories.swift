import Foundation
import Testing

/// A hub that does not clean up after clusters by itself, as before OCM 1.0.
@Suite("Deleting: on a hub that cleans nothing up", .serialized, .clusters(1))
struct OldHubStories {
  let clusters: Clusters

  init() async throws {
    clusters = try Clusters.required()
    try await clusters.done(
      ["init", "--feature-gate", "ResourceCleanup=false"]
        + (clusters.isLive ? ["--timeout", "60s"] : []))
  }

  @Test("Works, addons, rights and namespace are gone all the same")
  func nothingIsLeft() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      let finalizers = try await clusters.must(
        clusters.hub, "get", "managedcluster", name, "-o", "jsonpath={.metadata.finalizers}")
      #expect(!finalizers.contains("/resource-cleanup"), "\(finalizers)")
      try await clusters.handOut("old", to: name)
      try await clusters.must(
        clusters.hub, "create", "-f", "-",
        input: """
          apiVersion: addon.open-cluster-management.io/v1alpha1
          kind: ManagedClusterAddOn
          metadata: {name: search, namespace: \(name)}
          spec: {}
          """)
      try await clusters.done(Story.deleting(name, clusters.first))
    }
  }
}
