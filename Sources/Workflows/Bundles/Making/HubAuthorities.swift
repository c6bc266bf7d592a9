import Documents
import FoundationEssentials
public import KubernetesClient
public import OpenClusterManagement

/// Gets a hub's certificates from the hub itself, trusting nothing but a pin: what is published for
/// whoever joins (ConfigMap `kube-public/cluster-info`, which kubeadm writes) is read without any
/// credential over a connection that proves nothing, held against the pin, and then has to verify the
/// hub.
public struct HubAuthorities: Sendable {
  private let server: String
  private let pin: AuthorityPin
  private let options: ClientOptions

  /// Prepares to ask the hub at `server`.
  public init(server: String, pin: AuthorityPin, options: ClientOptions = ClientOptions()) {
    self.server = server
    self.pin = pin
    self.options = options
  }

  /// The certificates (PEM) with that pin.
  public func fetch() async throws(WorkflowError) -> [UInt8] {
    do {
      let published = try await published()
      let selected = try PinnedAuthorities.selection(of: published, by: pin)
      _ = try await reader(TLSSettings(caBundle: selected)).version()
      return selected
    } catch let error as KubernetesError {
      throw WorkflowError(
        BundleFailure.authoritiesUnavailable(url: server, reason: error.reason))
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  private func published() async throws -> [UInt8] {
    let info = try await reader(TLSSettings(skipsVerification: true)).get(
      .configMaps, Names.ConfigMap.clusterInfo, namespace: Names.Namespace.kubePublic)
    let text = info.at("data", "kubeconfig")?.string ?? ""
    let cluster = (try? YAML.decode(text))?["clusters"]?[0]?["cluster"]
    let data = cluster?["certificate-authority-data"]?.string.flatMap { Data(base64Encoded: $0) }
    return data.map(Array.init) ?? []
  }

  private func reader(_ tls: TLSSettings) throws -> APIReader {
    let config = ConnectionConfig(
      contextName: "hub", clusterName: "hub", server: server, tls: tls, source: "--hub-server")
    return try APIReader(config: config, options: options)
  }
}
