import Documents
import Foundation
import SwiftASN1
import X509

/// A CertificateSigningRequest of an agent, as far as it is one (OCM registration, `validateCSR`).
struct RegistrationRequest: Sendable {
  let cluster: String
  /// The user name that the certificate will stand for.
  let commonName: String

  /// Nil when the object is not a request of an agent for its own cluster.
  init?(_ request: Value) {
    guard let cluster = request.label(OCM.clusterNameLabel),
      request.at("spec", "signerName")?.string == SigningController.signerName,
      let encoded = request.at("spec", "request")?.string,
      let pem = Data(base64Encoded: encoded),
      let parsed = try? CertificateSigningRequest(
        pemEncoded: String(decoding: pem, as: UTF8.self))
    else { return nil }
    let organizations = parsed.subject.texts(of: .RDNAttributeType.organizationName)
    guard Set(organizations).subtracting([OCM.managedClustersGroup]) == [OCM.clusterGroup(cluster)],
      let name = parsed.subject.texts(of: .RDNAttributeType.commonName).first
    else { return nil }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, name.hasPrefix(OCM.clusterGroup(cluster) + ":"), !parts[3].isEmpty
    else { return nil }
    self.cluster = cluster
    commonName = name
  }
}

extension DistinguishedName {
  /// The values of an attribute, in order.
  func texts(of type: ASN1ObjectIdentifier) -> [String] {
    flatMap { $0 }.filter { $0.type == type }.compactMap { String($0.value) }
  }
}
