public import Documents
import FoundationEssentials
public import KubernetesClient

/// A certificate request on the hub (`certificates.k8s.io/v1` CertificateSigningRequest), as far as
/// registration is concerned.
public struct CertificateSigningRequest: ResourceView {
  /// The API resource.
  public static let type = ResourceType.certificateSigningRequests

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// `spec.signerName`.
  public var signerName: String { value.at("spec", "signerName")?.string ?? "" }

  /// `spec.username`: who asked, set by the API server.
  public var username: String { value.at("spec", "username")?.string ?? "" }

  /// `spec.groups`: the groups of who asked, set by the API server.
  public var groups: [String] { value.at("spec", "groups")?.array?.compactMap(\.string) ?? [] }

  /// `spec.usages`: what the certificate is asked for.
  public var usages: [String] { value.at("spec", "usages")?.array?.compactMap(\.string) ?? [] }

  /// `spec.expirationSeconds`: how long the certificate is asked for; nil leaves it to the signer.
  public var expirationSeconds: Int? { value.at("spec", "expirationSeconds")?.int }

  /// `spec.request`: the PKCS#10 request, PEM; nil when missing or not base64.
  public var requestPEM: String? {
    guard let text = value.at("spec", "request")?.string,
      let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cluster that the request's label names.
  public var clusterName: String? { label(Names.Label.clusterName) }

  /// The addon that the request's label names; nil for the cluster's own registration.
  public var addOn: String? { label(Names.Label.addOnName) }

  /// The id of the ServiceAccount token that was used to ask (`jti`), where the API server tells it
  /// (Kubernetes 1.32 and later, `authentication.kubernetes.io/credential-id`).
  public var tokenIdentifier: String? {
    let key = Names.UserExtra.credentialID
    let values = value.at("spec", "extra", key)?.array?.compactMap(\.string) ?? []
    return values.lazy.compactMap { text in
      text.hasPrefix("JTI=") ? String(text.dropFirst(4)) : nil
    }.first
  }

  /// Whether an approver said yes.
  public var isApproved: Bool { condition("Approved")?.isTrue ?? false }

  /// Whether an approver said no.
  public var isDenied: Bool { condition("Denied")?.isTrue ?? false }

  /// Whether the signer failed.
  public var isFailed: Bool { condition("Failed")?.isTrue ?? false }

  /// Whether nobody decided yet.
  public var isPending: Bool { !isApproved && !isDenied && !isFailed }

  /// `status.certificate`: the issued chain, PEM; nil before it is signed.
  public var certificatePEM: String? {
    guard let text = value.at("status", "certificate")?.string, !text.isEmpty,
      let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
