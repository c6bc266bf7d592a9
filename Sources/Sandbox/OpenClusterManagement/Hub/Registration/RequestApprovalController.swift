import Documents

/// Approves renewals of agents that the hub accepted; first requests are left to an administrator,
/// unless the hub is told to trust their user (OCM registration, register/csr).
struct RequestApprovalController: Sendable {
  let hub: HubContext
  let gates: RegistrationGates

  var controller: Controller {
    hub.controller("csrapproving", [Controller.Source(.certificateSigningRequests)], reconcile)
  }

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let object = try await hub.client.find(.certificateSigningRequests, name),
      object.condition("Approved") == nil, object.condition("Denied") == nil,
      let request = RegistrationRequest(object)
    else { return .settled }
    let user = UserInfo(
      name: object.at("spec", "username")?.string ?? "",
      uid: object.at("spec", "uid")?.string ?? "",
      groups: object.at("spec", "groups")?.strings ?? [])
    if user.name == request.commonName {
      let renew = AccessAttributes(
        "renew", "register.open-cluster-management.io", "managedclusters",
        subresource: "clientcertificates")
      if hub.allows(user, renew) { try await approve(name) }
    } else if gates.autoApproval, gates.approvedUsers.contains(user.name) {
      try await approve(name)
    }
    return .settled
  }

  private func approve(_ name: String) async throws {
    try await hub.client.modify(
      .certificateSigningRequests, name, subresource: "approval"
    ) { object in
      let now = Value.string(KubernetesTime.seconds())
      let condition: Value = [
        "type": "Approved", "status": "True",
        "reason": "AutoApprovedByHubCSRApprovingController",
        "message":
          "Auto approving Managed cluster agent certificate after SubjectAccessReview.",
        "lastUpdateTime": now, "lastTransitionTime": now,
      ]
      let conditions = object.at("status", "conditions")?.array ?? []
      object.set(.array(conditions + [condition]), at: "status", "conditions")
    }
  }
}
