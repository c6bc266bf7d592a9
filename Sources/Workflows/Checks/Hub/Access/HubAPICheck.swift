import KubernetesClient

/// `hub.api`: the hub's API server answers and is ready.
struct HubAPICheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.api", .access, "the API server answers and is ready",
    meaning: """
      Asks for /version and /readyz, with the credential of the context. Every other check of the hub stands on this one.
      """,
    fails: "the server is not reached, does not take the credential, or says that it is not ready.",
    remedies: [
      "look at the error: it says whether the name, the network, the certificate or the credential is at fault",
      "name another context with --context",
    ])

  var requires: [String] { [] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    try await APIServerProbe(reader: context.reader).verdict()
  }
}

/// Asks an API server who it is and whether it takes requests.
struct APIServerProbe: Sendable {
  let reader: APIReader

  func verdict() async throws -> CheckVerdict {
    let version: ServerVersion
    do {
      version = try await reader.version()
    } catch KubernetesError.forbidden {
      return .pass("it answers; its version may not be seen")
    }
    let name = "Kubernetes \(version.gitVersion)"
    do {
      let readiness = try await reader.ready()
      guard !readiness.isReady else { return .pass("\(name), ready") }
      return .fail(
        "\(name) is not ready",
        details: readiness.failures.map { "\($0.name) \($0.detail)" })
    } catch KubernetesError.forbidden, KubernetesError.notFound {
      return .pass("\(name); whether it is ready may not be asked")
    }
  }
}
