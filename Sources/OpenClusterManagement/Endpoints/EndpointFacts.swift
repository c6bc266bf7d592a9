public import Documents
import FoundationEssentials

/// What is known about a cluster's addresses, and which of them others should use.
public struct EndpointFacts: Sendable, Hashable {
  /// The address that the operator of mcctl gave; taken as it is.
  public var given: String?
  /// The server in the kubeconfig that mcctl uses.
  public var kubeconfigServer: String
  /// How mcctl itself verifies that server.
  public var kubeconfigTrust: Trust
  /// Whether mcctl goes through a proxy or by another server name, so that others would not get
  /// there by the same URL.
  public var isConnectionIndirect: Bool
  /// The ConfigMap kube-public/cluster-info; nil when there is none or it must not be read.
  public var clusterInfo: Value?
  /// OpenShift's Infrastructure named `cluster`; nil elsewhere.
  public var infrastructure: Value?
  /// The ConfigMap kube-root-ca.crt of any namespace, used when nothing else tells the certificate
  /// authorities.
  public var rootAuthorities: Value?

  /// How an API server's certificate is verified.
  public enum Trust: Sendable, Hashable {
    /// By these certificate authorities, PEM.
    case authorities([UInt8])
    /// By those that the system trusts.
    case system
    /// Not at all.
    case unverified
  }

  /// The facts that every connection has; more may be added.
  public init(
    kubeconfigServer: String, kubeconfigTrust: Trust, isConnectionIndirect: Bool = false
  ) {
    self.kubeconfigServer = kubeconfigServer
    self.kubeconfigTrust = kubeconfigTrust
    self.isConnectionIndirect = isConnectionIndirect
  }

  /// Every address, the best first.
  ///
  /// A given one is always first. Then comes the one mcctl itself has just used, since that it
  /// answers is proven, unless mcctl got there by a detour. What clusters publish comes after,
  /// since it often names a node of a private network. Addresses that can only be reached on the
  /// spot go last.
  ///
  /// - Throws: When the given address is not an `https` URL. Other unusable addresses are left out.
  public func candidates() throws(EndpointError) -> [ClusterEndpoint] {
    if let given {
      return [
        try ClusterEndpoint(
          url: given, certificateAuthorities: authorities(for: given), source: .given)
      ]
    }
    var found = published
    let own = try? ClusterEndpoint(
      url: kubeconfigServer, certificateAuthorities: authorities(for: kubeconfigServer),
      source: .kubeconfig)
    if let own {
      found.insert(own, at: isConnectionIndirect ? found.endIndex : 0)
    }
    return found.filter { !$0.reachability.isUnreachableFromElsewhere }
      + found.filter(\.reachability.isUnreachableFromElsewhere)
  }

  /// What the cluster publishes about itself that is not the given URL: several addresses of one API
  /// server, of which others may reach only some. Empty when all agree.
  public func disagreeing(with url: String) -> [ClusterEndpoint] {
    var facts = self
    facts.given = nil
    let chosen = Self.comparable(url)
    var seen: Set<String> = [chosen]
    return ((try? facts.candidates()) ?? []).filter { endpoint in
      endpoint.source != .given && seen.insert(Self.comparable(endpoint.url)).inserted
    }
  }

  private static func comparable(_ url: String) -> String {
    var text = url.lowercased()
    while text.hasSuffix("/") { text.removeLast() }
    return text.hasSuffix(":443") ? String(text.dropLast(4)) : text
  }

  /// The best address.
  ///
  /// - Throws: When there is none.
  public func best() throws(EndpointError) -> ClusterEndpoint {
    guard let best = try candidates().first else { throw .notAURL(kubeconfigServer) }
    return best
  }

  private var published: [ClusterEndpoint] {
    var found: [ClusterEndpoint] = []
    if let info = publishedCluster, let server = info["server"]?.string,
      let endpoint = try? ClusterEndpoint(
        url: server, certificateAuthorities: authorities(for: server), source: .clusterInfo)
    {
      found.append(endpoint)
    }
    if let server = infrastructure?.at("status", "apiServerURL")?.string,
      let endpoint = try? ClusterEndpoint(
        url: server, certificateAuthorities: authorities(for: server), source: .openShift)
    {
      found.append(endpoint)
    }
    return found
  }

  /// The cluster entry of the kubeconfig inside cluster-info (kubeadm).
  private var publishedCluster: Value? {
    guard let text = clusterInfo?.at("data", "kubeconfig")?.string,
      let kubeconfig = try? YAML.decode(text)
    else { return nil }
    return kubeconfig["clusters"]?[0]?["cluster"]
  }

  /// The authorities for a URL: those published together with it; else what mcctl itself trusts,
  /// since it is the same API server; and when mcctl does not verify, what the cluster says of
  /// itself.
  private func authorities(for url: String) -> [UInt8]? {
    let published = publishedCluster?["certificate-authority-data"]?.string
      .flatMap { Data(base64Encoded: $0) }.map(Array.init)
    if let published, url == publishedCluster?["server"]?.string { return published }
    switch kubeconfigTrust {
    case .authorities(let authorities): return authorities
    case .system: return nil
    case .unverified:
      return published ?? rootAuthorities?.at("data", "ca.crt")?.string.map { Array($0.utf8) }
    }
  }
}
