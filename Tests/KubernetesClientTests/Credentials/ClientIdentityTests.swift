import Crypto
import Foundation
import SwiftASN1
import Testing
import X509

@testable import KubernetesClient

@Suite struct ClientIdentityTests {
  @Test func whatKubernetesReadsFromIt() throws {
    let key = P256.Signing.PrivateKey()
    let name = try DistinguishedName {
      OrganizationName("system:open-cluster-management:c1")
      OrganizationName("system:masters")
      CommonName("system:open-cluster-management:c1:agent")
    }
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
      notValidBefore: Date() - 60, notValidAfter: Date() + 60, issuer: name, subject: name,
      signatureAlgorithm: .ecdsaWithSHA256, extensions: .init(),
      issuerPrivateKey: .init(key))
    let pem = try certificate.serializeAsPEM().pemString
    let read = try ClientCertificate(pem: Array("# comment\n\(pem)".utf8))
    #expect(read.commonName == "system:open-cluster-management:c1:agent")
    #expect(read.organizations == ["system:open-cluster-management:c1", "system:masters"])
    #expect(read.notAfter > Date())
    #expect(try read.belongs(toKey: Array(key.pemRepresentation.utf8)))
    let other = P256.Signing.PrivateKey()
    #expect(try !read.belongs(toKey: Array(other.pemRepresentation.utf8)))
  }

  /// OpenSSL writes parameters of elliptic curves before the key.
  @Test func keyAfterAnotherBlock() throws {
    let issued = try Authority().issue("a")
    let parameters =
      "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
    let read = try ClientCertificate(pem: issued.certificatePEM)
    #expect(try read.belongs(toKey: Array(parameters.utf8) + issued.keyPEM))
  }

  @Test func encryptedKey() throws {
    let issued = try Authority().issue("a")
    let key = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n"
    let read = try ClientCertificate(pem: issued.certificatePEM)
    let error = #expect(throws: ClientCertificate.Failure.self) {
      try read.belongs(toKey: Array(key.utf8))
    }
    #expect(error?.description == "is encrypted, which is not supported")
  }
}
