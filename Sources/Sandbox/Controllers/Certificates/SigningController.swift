import Documents
import Foundation
import Logging
import X509

/// Signs approved CertificateSigningRequests of the signer `kubernetes.io/kube-apiserver-client`
/// with the cluster's CA (kube-controller-manager, csrsigning controller).
struct SigningController: Sendable {
  /// The only signer that is served here.
  static let signerName = "kubernetes.io/kube-apiserver-client"

  private let client: any ResourceClient
  private let policy: SigningPolicy
  private let pace: Pace

  init(
    client: any ResourceClient, authority: CertificateAuthority, pace: Pace,
    duration: Int = SigningPolicy.longest
  ) {
    self.client = client
    self.policy = SigningPolicy(authority: authority, duration: duration)
    self.pace = pace
  }

  /// The controller that does this for every request.
  func controller(logger: Logger) -> Controller {
    Controller(
      name: "csrsigning", client: client,
      sources: [Controller.Source(.certificateSigningRequests)], pace: pace, logger: logger,
      reconcile: reconcile)
  }

  /// Signs one request if it is approved, not denied, and not dealt with yet.
  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let request = try await client.find(.certificateSigningRequests, name),
      Self.isReady(request)
    else { return .settled }
    let signed = Result { () throws(SigningFailure) in try policy.sign(request) }
    try await client.modify(.certificateSigningRequests, name, subresource: "status") { object in
      switch signed {
      case .success(let pem):
        object.set(.string(Data(pem.utf8).base64EncodedString()), at: "status", "certificate")
      case .failure(let failure):
        object.addFailedCondition(failure.description)
      }
    }
    return .settled
  }

  private static func isReady(_ request: Value) -> Bool {
    request.at("spec", "signerName")?.string == signerName
      && request.hasCondition("Approved", .yes) && request.condition("Denied") == nil
      && request.condition("Failed") == nil && request.at("status", "certificate") == nil
  }
}

extension Value {
  /// Records that a signer refused the request.
  fileprivate mutating func addFailedCondition(_ message: String) {
    let now = Value.string(KubernetesTime.seconds())
    let condition: Value = [
      "type": "Failed", "status": "True", "reason": "SignerValidationFailure",
      "message": .string(message), "lastUpdateTime": now, "lastTransitionTime": now,
    ]
    set(.array((at("status", "conditions")?.array ?? []) + [condition]), at: "status", "conditions")
  }
}
