import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// `hub.webhooks.authority`: the API server has valid certificates to verify the webhooks by.
struct WebhooksAuthorityCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.webhooks.authority", .webhooks, "the webhooks can be verified",
    meaning: """
      Reads the caBundle of every webhook of OCM: it has to hold certificates that have not ended, and the ones that \
      OCM's operator signs the webhooks with (ConfigMap ca-bundle-configmap). The API server calls no webhook it cannot \
      verify, and every change fails then.
      """,
    warns: "a certificate ends soon, or all of them differ from the operator's.",
    fails: "a caBundle is missing, is no certificate, or has ended.",
    remedies: [
      "restart the operator, which renews certificates and bundles: Deployment cluster-manager",
      "if the bundles were edited by hand, delete the webhook configurations; the operator makes them again",
    ])

  var requires: [String] { ["hub.ocm.installed"] }

  /// OCM's operator renews its authority long before that.
  private static let rest: Duration = .seconds(7 * 86_400)

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    let webhooks = try await HubWebhook.all(context)
    guard !webhooks.isEmpty else { return .skip("no webhook is configured") }
    let signing = try await signers(context)
    var verdicts: [CheckVerdict] = []
    for webhook in webhooks {
      guard let bundle = webhook.authorities, let end = AuthorityPin.earliestEnd(pem: bundle) else {
        verdicts.append(.fail("\(webhook.configuration) has no certificates to verify it by"))
        continue
      }
      verdicts.append(
        context.options.expiry(
          of: "the authority of \(webhook.configuration)", end, rest: Self.rest))
      if !signing.isEmpty, Set(AuthorityPin.pins(pem: bundle)).isDisjoint(with: signing) {
        verdicts.append(
          .warn("\(webhook.configuration) is verified by others than the operator signs with"))
      }
    }
    let bad = verdicts.filter { $0.level > .pass }
    guard let worst = bad.max(by: { $0.level < $1.level }) else {
      return .pass("\(webhooks.count) bundles, all valid")
    }
    return CheckVerdict(worst.level, worst.message, details: bad.map(\.message))
  }

  /// The authorities that the operator signs with; none when that cannot be read.
  private func signers(_ context: HubCheckContext) async throws -> Set<AuthorityPin> {
    guard let namespace = try await context.clusterManager()?.hubNamespace else { return [] }
    do {
      let map = try await context.reader.getIfPresent(
        .configMaps, "ca-bundle-configmap", namespace: namespace)
      let text = map?.at("data", "ca-bundle.crt")?.string ?? ""
      return Set(AuthorityPin.pins(pem: Array(text.utf8)))
    } catch KubernetesError.forbidden {
      return []
    }
  }
}
