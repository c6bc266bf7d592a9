import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Verifies the certificate requests of one cluster's agent and approves those that may be.
struct RequestApproval: Sendable {
  /// The cluster.
  let clusterName: String
  /// Only these requests are looked at; empty looks at all.
  var requestNames: Set<String> = []
  /// Approve nothing while requests of more than one claimant verify: the same bundle was applied on two
  /// clusters, or a credential was stolen. An import that has just minted the credential itself takes
  /// every request made with it, as an agent that is restarted asks again under another id.
  var takesOneClaimant = false
  /// Names of the requests that were approved here, over all steps that share this.
  let approved = Shared<[String]>([])

  /// An agent makes no request while so many carry its cluster's label (OCM, registration/spoke).
  static let agentLimit = 10

  /// The source of requests for a wait.
  func source(_ reader: APIReader) -> WatchSource {
    WatchSource(
      key: "requests", reader: reader, type: .certificateSigningRequests,
      labelSelector: "\(Names.Label.clusterName)=\(clusterName)")
  }

  /// Reads the requests once.
  func read(_ reader: APIReader) async throws -> [CertificateSigningRequest] {
    let selector = "\(Names.Label.clusterName)=\(clusterName)"
    return try await reader.list(
      .certificateSigningRequests, ListOptions(labelSelector: selector)
    ).items.map(CertificateSigningRequest.init)
  }

  /// Verifies the requests. Those of addons are none of the agent's.
  func picture(
    of requests: [CertificateSigningRequest], expecting expectation: RegistrationExpectation
  ) -> Picture {
    let verifier = RegistrationRequestVerifier(expectation)
    let own = requests.filter {
      $0.addOn == nil && (requestNames.isEmpty || requestNames.contains($0.name))
    }
    let byName = Dictionary(own.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var picture = Picture(count: requests.count)
    for verdict in verifier.verify(own) {
      guard let request = byName[verdict.requestName] else { continue }
      let judged = Judged(request: request, verdict: verdict)
      if verdict.isAcceptable {
        picture.acceptable.append(judged)
      } else if request.isPending {
        picture.refused.append(judged)
      }
    }
    return picture
  }

  /// Approves the pending ones that were verified; returns how many it approved.
  func approve(_ picture: Picture, _ context: StepContext) async throws -> Int {
    guard !takesOneClaimant || picture.claimants.count < 2 else { return 0 }
    var count = 0
    for request in picture.pending.map(\.request) {
      guard try await approve(request.value, writer: context.hub) else { continue }
      count += 1
      approved.update { $0.append(request.name) }
      try context.progress("approved certificate request \(request.name)")
    }
    return count
  }

  /// Adds the approval (`/approval` subresource, PUT). What was verified is what is approved: the
  /// object has to be the same, and the specification of a request never changes. False when it is
  /// decided or gone meanwhile.
  private func approve(_ request: Value, writer: APIWriter) async throws -> Bool {
    let name = request.at("metadata", "name")?.string ?? ""
    return try await Convergence.run {
      let fresh = try await writer.reader.getIfPresent(.certificateSigningRequests, name)
      guard var approval = fresh, CertificateSigningRequest(approval).isPending,
        approval.at("metadata", "uid") == request.at("metadata", "uid")
      else { return false }
      var conditions = approval.at("status", "conditions")?.array ?? []
      conditions.append(Self.approvalCondition)
      approval.set(.array(conditions), at: "status", "conditions")
      _ = try await writer.replace(
        approval, type: .certificateSigningRequests, subresource: "approval")
      return true
    }
  }

  private static let approvalCondition: Value = [
    "type": "Approved", "status": "True", "reason": "VerifiedByMcctl",
    "message": "mcctl verified who asked and what for",
  ]

  /// The rights that approving takes (Kubernetes, certificates admission).
  static let needs: [AccessNeed] = [
    AccessNeed(.hub, AccessAttributes("list", .certificateSigningRequests)),
    AccessNeed(.hub, AccessAttributes("watch", .certificateSigningRequests)),
    AccessNeed(
      .hub, AccessAttributes("update", .certificateSigningRequests, subresource: "approval")),
    AccessNeed(
      .hub,
      AccessAttributes(
        verb: "approve", group: "certificates.k8s.io", resource: "signers",
        name: Names.Signer.kubeAPIServerClient)),
  ]

  /// The rights that accepting takes: OCM's webhook asks for the second.
  static func acceptNeeds(_ cluster: String) -> [AccessNeed] {
    [
      AccessNeed(.hub, AccessAttributes("patch", .managedClusters, name: cluster)),
      AccessNeed(
        .hub,
        AccessAttributes(
          verb: "update", group: Names.APIGroup.register, resource: "managedclusters",
          subresource: "accept", name: cluster)),
    ]
  }

  /// The requests of a cluster before any has been made, for plans.
  var placeholder: ObjectReference {
    ObjectReference(type: .certificateSigningRequests, name: "<\(clusterName)-…>")
  }
}
