import Crypto
import Documents
import Foundation
import SwiftASN1
import X509

@testable import OpenClusterManagement

/// Makes certificate requests, good ones unless told otherwise.
struct RequestBuilder {
  static let created = "2026-11-22T20:00:00Z"

  var label: String? = "c1"
  var addOn: String?
  var signer = "kubernetes.io/kube-apiserver-client"
  var commonNames = ["system:open-cluster-management:c1:agent1"]
  var organizations = [
    "system:open-cluster-management:c1", "system:open-cluster-management:managed-clusters",
  ]
  var units: [String] = []
  var alternativeNames: [GeneralName] = []
  var usages = ["digital signature", "key encipherment", "client auth"]
  var username = "system:serviceaccount:open-cluster-management:mcctl-join-c1"
  var groups = ["system:serviceaccounts", "system:authenticated"]
  var tokenIdentifier: String? = "token-1"
  var created: String? = RequestBuilder.created
  var conditions: [Value] = []
  var key = Certificate.PrivateKey(P256.Signing.PrivateKey())
  /// Takes the place of the made PKCS#10 request.
  var pem: String?
  /// A key that the request names without being signed by it.
  var claimedKey: Certificate.PublicKey?

  func build() throws -> OpenClusterManagement.CertificateSigningRequest {
    let text = try pem ?? pkcs10()
    var object: Value = [
      "metadata": ["name": "c1-abcde"],
      "spec": [
        "request": .string(Data(text.utf8).base64EncodedString()),
        "signerName": .string(signer), "usages": .array(usages.map(Value.string)),
        "username": .string(username), "groups": .array(groups.map(Value.string)),
      ],
    ]
    object.set(label.map(Value.string), at: "metadata", "labels", Names.Label.clusterName)
    object.set(addOn.map(Value.string), at: "metadata", "labels", Names.Label.addOnName)
    object.set(created.map(Value.string), at: "metadata", "creationTimestamp")
    object.set(
      tokenIdentifier.map { .array([.string("JTI=\($0)")]) }, at: "spec", "extra",
      Names.UserExtra.credentialID)
    if !conditions.isEmpty { object.set(.array(conditions), at: "status", "conditions") }
    return OpenClusterManagement.CertificateSigningRequest(object)
  }

  private func pkcs10() throws -> String {
    let subject = DistinguishedName(
      organizations.map { relative(.RDNAttributeType.organizationName, $0) }
        + units.map { relative(.RDNAttributeType.organizationalUnitName, $0) }
        + commonNames.map { relative(.RDNAttributeType.commonName, $0) })
    var attributes = X509.CertificateSigningRequest.Attributes()
    if !alternativeNames.isEmpty {
      let names = try SubjectAlternativeNames(alternativeNames).makeCertificateExtension()
      let request = ExtensionRequest(extensions: try .init([names]))
      attributes.insert(try .init(request))
    }
    var request = try X509.CertificateSigningRequest(
      version: .v1, subject: subject, privateKey: key, attributes: attributes)
    if let claimedKey {
      request = try X509.CertificateSigningRequest(
        version: .v1, subject: subject, publicKey: claimedKey, attributes: attributes,
        signatureAlgorithm: request.signatureAlgorithm, signature: request.signature)
    }
    return try request.serializeAsPEM().pemString
  }

  private func relative(
    _ type: ASN1ObjectIdentifier, _ text: String
  ) -> RelativeDistinguishedName {
    RelativeDistinguishedName([.init(type: type, utf8String: text)])
  }
}
