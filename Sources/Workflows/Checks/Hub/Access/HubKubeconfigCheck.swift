import KubernetesClient

/// `hub.kubeconfig`: the credential in the kubeconfig lasts.
struct HubKubeconfigCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.kubeconfig", .access, "the credential in the kubeconfig lasts",
    meaning: """
      Looks when the client certificate or token of the hub's context ends. It is read from the kubeconfig; nothing is \
      asked of the server.
      """,
    warns: "it ends within the time that --expires-within gives (30 days).",
    fails: "it has ended.",
    remedies: ["have the credential renewed by whoever handed it out"])

  var requires: [String] { [] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    guard let validity = context.hub.validity else {
      return .skip("the connection has no credential that tells when it ends")
    }
    guard let end = validity.expires else {
      return .pass("\(validity.name) does not tell when it ends")
    }
    return context.options.expiry(
      of: validity.name, end, next: ["renew it before mcctl and scripts stop working"])
  }
}
