import Documents
import Foundation
import SwiftASN1
import X509

/// Why a request was not signed.
enum SigningFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// `spec.request` is not base64 of a PEM `CERTIFICATE REQUEST`, or its signature is wrong.
  case unreadableRequest
  /// The usages are not those of a client certificate.
  case usages([String])
  /// The CA could not sign.
  case authority(String)

  var description: String {
    switch self {
    case .unreadableRequest: "PEM block type must be CERTIFICATE REQUEST"
    case .usages(let usages):
      "invalid usage for client certificate: \(usages.joined(separator: ", "))"
    case .authority(let reason): reason
    }
  }
}

/// How client certificates are made from requests (kube-controller-manager,
/// pkg/controller/certificates/signer and authority: one year at most, back-dated five minutes,
/// never longer than the CA).
struct SigningPolicy: Sendable {
  static let longest = 365 * 86_400
  static let shortest = 600
  /// Back-dating of `notBefore`, and below `shortLived` seconds not of `notAfter`.
  static let backdate = 300
  static let shortLived = 8 * 3_600

  let authority: CertificateAuthority
  /// No certificate lasts longer than that, seconds (kube-controller-manager,
  /// `--cluster-signing-duration`).
  var duration = SigningPolicy.longest

  /// The PEM certificate for a CertificateSigningRequest object.
  func sign(_ request: Value, now: Date = Date()) throws(SigningFailure) -> String {
    let usages = request.at("spec", "usages")?.strings ?? []
    guard Self.areClientUsages(usages) else { throw .usages(usages) }
    guard let encoded = request.at("spec", "request")?.string,
      let pem = Data(base64Encoded: encoded),
      let signingRequest = try? CertificateSigningRequest(
        pemEncoded: String(decoding: pem, as: UTF8.self))
    else { throw .unreadableRequest }
    let period = validity(seconds: request.at("spec", "expirationSeconds")?.int, now: now)
    do {
      return try authority.sign(
        publicKey: signingRequest.publicKey, subject: signingRequest.subject,
        notBefore: period.lowerBound, notAfter: period.upperBound,
        extendedKeyUsages: [.clientAuth]
      ).serializeAsPEM().pemString + "\n"
    } catch {
      throw .authority("\(error)")
    }
  }

  /// From when to when a certificate is valid for which `seconds` were asked.
  func validity(seconds: Int?, now: Date) -> ClosedRange<Date> {
    let lifetime = min(max(seconds ?? duration, Self.shortest), duration)
    let end = now.addingTimeInterval(
      Double(lifetime < Self.shortLived ? lifetime : lifetime - Self.backdate))
    let start = now.addingTimeInterval(Double(-Self.backdate))
    return start...max(start, min(end, authority.certificate.notValidAfter))
  }

  /// Whether the usages are those that the client signer accepts: `client auth` must be there.
  static func areClientUsages(_ usages: [String]) -> Bool {
    usages.contains("client auth")
      && Set(usages).isSubset(of: ["digital signature", "key encipherment", "client auth"])
  }
}
