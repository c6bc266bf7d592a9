import Documents
import KubernetesClient
import OpenClusterManagement

/// `hub.webhooks.answering`: behind every configured webhook there is a pod.
struct WebhooksAnsweringCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.webhooks.answering", .webhooks, "the webhooks have pods behind them",
    meaning: """
      For every webhook of OCM that is configured, looks whether its Service exists and a Deployment behind it has a pod \
      that works. A configured webhook that nobody answers makes every change of ManagedClusters or ManifestWorks fail, \
      the removal of finalizers included, so that deletions stall too. No request is sent to the webhook itself: that \
      would be a write.
      """,
    fails: "a Service is missing, or nothing that works is behind it.",
    remedies: [
      "see why the pods of the webhook do not run",
      """
      if the hub's components are gone for good, delete the webhook configurations: nothing else lets \
      ManagedClusters and works go
      """,
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let webhooks = try await HubWebhook.all(context).filter(\.isRequired)
    let services = webhooks.compactMap { $0.service }
    guard !webhooks.isEmpty else { return .skip("no webhook is configured") }
    var faults: [String: String] = [:]
    for service in services where faults[service.name] == nil {
      faults[service.name] =
        try await ServiceBackend(namespace: service.namespace, name: service.name)
        .fault(context.reader)?.text
    }
    guard !faults.isEmpty else {
      return .pass("\(Set(services.map(\.name)).count) Services, each with pods")
    }
    let stopped = webhooks.filter { faults[$0.service?.name ?? ""] != nil }.map(\.configuration)
    return .fail(
      "changes of ManagedClusters or works fail: "
        + (faults.values.sorted().first ?? ""),
      details: faults.values.sorted() + stopped.map { "needed by \($0)" },
      next: services.first.map {
        [
          "kubectl --context \(context.contextName) -n \($0.namespace) get services,deployments,pods"
        ]
      } ?? [])
  }
}
