import Documents

/// Approving a signing request needs the verb `approve` on its signer, signing it the verb `sign`
/// (admission plugins `CertificateApproval` and `CertificateSigning`), and nobody gets a client
/// certificate of `system:masters` (`CertificateSubjectRestriction`).
struct SigningApproval: AdmissionPlugin {
  let cluster: ClusterState

  func admit(_ request: AdmissionRequest) throws(APIFailure) -> Value? {
    guard request.kind == .certificateSigningRequests, request.operation == .update,
      let old = request.old, let object = request.object
    else { return request.object }
    switch request.subresource {
    case "approval": try require("approve", old, request)
    case "status" where old.at("status", "certificate") != object.at("status", "certificate"):
      try require("sign", old, request)
    default: break
    }
    return object
  }

  private func require(_ verb: String, _ signing: Value, _ request: AdmissionRequest)
    throws(APIFailure)
  {
    let signer = signing.at("spec", "signerName")?.string ?? ""
    let domain = signer.split(separator: "/").first.map(String.init) ?? ""
    let authorizer = Authorizer(cluster: cluster)
    let isAllowed = [signer, "\(domain)/*"].contains { name in
      authorizer.decide(
        AccessRequest(
          user: request.user, verb: verb, group: "certificates.k8s.io", resource: "signers",
          name: name)
      ).isAllowed
    }
    guard isAllowed else {
      throw .forbidden(
        request.kind, request.name,
        "user not permitted to \(verb) requests with signerName \"\(signer)\"")
    }
  }
}
