import Documents
import OpenClusterManagement

/// Addresses in a cluster and of its API server.
public struct NetworkSpecification: Sendable, Hashable {
  /// The ranges of pods, one for each address family.
  public let podCIDRs: [String]
  /// The ranges of services, one for each address family.
  public let serviceCIDRs: [String]
  /// The cluster's DNS domain; nil for the image's default.
  public let dnsDomain: String?
  /// Further names and addresses that the API server's certificate is for.
  public let certSANs: [String]
  /// The API server's URL from outside; nil for a master's address.
  public let endpoint: String?

  init(_ value: Value) {
    podCIDRs = value["podCIDR"]?.strings ?? []
    serviceCIDRs = value["serviceCIDR"]?.strings ?? []
    dnsDomain = value["dnsDomain"]?.string
    certSANs = value["certSANs"]?.strings ?? []
    endpoint = value["endpoint"]?.string
  }

  /// The variables of the image that say the same; the endpoint's host goes into the certificate.
  var variables: [String: String] {
    var variables: [String: String] = [:]
    if !podCIDRs.isEmpty { variables["PodCIDR"] = podCIDRs.joined(separator: ",") }
    if !serviceCIDRs.isEmpty { variables["SvcCIDR"] = serviceCIDRs.joined(separator: ",") }
    variables["DNSDomain"] = dnsDomain
    let host = endpoint.flatMap {
      try? ClusterEndpoint(url: $0, certificateAuthorities: nil, source: .given).host
    }
    let names = certSANs + [host].compactMap(\.self).filter { !certSANs.contains($0) }
    if !names.isEmpty { variables["CertSANs"] = names.joined(separator: ",") }
    return variables
  }
}
