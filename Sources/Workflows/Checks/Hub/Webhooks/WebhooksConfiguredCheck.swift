import KubernetesClient
import OpenClusterManagement

/// `hub.webhooks.configured`: OCM's admission webhooks stand in front of its objects.
struct WebhooksConfiguredCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.webhooks.configured", .webhooks, "OCM's admission webhooks are configured",
    meaning: """
      Looks for the four webhook configurations that OCM's operator applies once every component of the hub is ready. \
      Without them anybody who may update ManagedClusters may also accept them and move them between sets, and works \
      are not judged.
      """,
    warns: "some are missing.",
    remedies: [
      "see to it that the hub's components run (hub.ocm.components); the operator then applies them",
      "until then keep the right to update ManagedClusters to those who may accept clusters",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let present = Set(try await HubWebhook.all(context).map(\.configuration))
    let missing = HubWebhook.configurations.filter { !present.contains($0) }
    guard missing.isEmpty else {
      return .warn(
        "\(missing.count) of \(HubWebhook.configurations.count) are missing", details: missing)
    }
    return .pass("all \(present.count)")
  }
}
