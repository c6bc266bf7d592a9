import KubernetesClient

/// Connects to an API server as somebody else would: by a URL and certificates, without any credential.
struct EndpointProbe: Sendable {
  let url: String
  /// PEM; nil for what the system trusts.
  let authorities: [UInt8]?
  /// The proxy that is used over there, as a URL.
  var proxy: String?
  /// For messages.
  let name: String

  /// What came of it.
  enum Outcome: Sendable, Hashable {
    /// It answered, and its certificate is verified.
    case verified
    /// Its certificate is not verified by these authorities; the reason.
    case untrusted(String)
    /// No connection came about from here; the reason.
    case unreached(String)
    /// Something answered that is no API server; what.
    case foreign(String)
  }

  /// Five seconds are enough for a server that is there.
  private static let patience: Duration = .seconds(5)

  func run() async throws -> Outcome {
    let config = ConnectionConfig(
      contextName: name, clusterName: name, server: url,
      tls: TLSSettings(caBundle: authorities), source: "check")
    do {
      _ = try await APIReader(
        config: config, options: ClientOptions(requestTimeout: Self.patience)
      ).version()
      return .verified
    } catch KubernetesError.transport(.tls(let failure), _) {
      return .untrusted(failure.description)
    } catch KubernetesError.transport(let error, _) {
      try Task.checkCancellation()
      return .unreached("\(error)")
    } catch KubernetesError.notKubernetes(let answer, _) {
      return .foreign("\(answer)")
    } catch is KubernetesError {
      // It wants a credential, which is its right: it answered over a connection that is verified.
      return .verified
    }
  }
}
