import OpenClusterManagement

extension RequestApproval {
  /// A request with what verifying it came to.
  struct Judged: Sendable {
    let request: CertificateSigningRequest
    let verdict: RegistrationVerdict

    /// Who asks.
    var claimant: Claimant { Claimant(request, agent: verdict.agentName) }

    /// What speaks against it.
    var faults: String {
      verdict.failures.map { "\($0.kind.rawValue): \($0.message)" }.joined(separator: "; ")
    }

    /// The request in one line.
    var line: String { RequestSummary(request: request, agent: verdict.agentName).text }
  }

  /// What there is of requests, after verification.
  struct Picture: Sendable {
    /// Verified, pending or approved, newest first.
    var acceptable: [Judged] = []
    /// Waiting for approval and not to be approved, newest first.
    var refused: [Judged] = []
    /// How many requests carry the cluster's label, in any state.
    var count = 0

    /// Verified and waiting for approval, newest first.
    var pending: [Judged] { acceptable.filter(\.request.isPending) }
    /// Verified requests that are approved.
    var approvedRequests: [CertificateSigningRequest] {
      acceptable.map(\.request).filter { !$0.isPending }
    }
    /// Names of verified requests that are approved.
    var approved: [String] { approvedRequests.map(\.name) }
    /// Who asks with requests that verify. More than one claim the same name.
    var claimants: Set<Claimant> { Set(acceptable.map(\.claimant)) }
  }
}
