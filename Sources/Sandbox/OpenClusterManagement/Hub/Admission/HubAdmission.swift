import Documents

/// The admission webhooks of a hub, as they decide on writes of ManagedClusters, set bindings and
/// ManifestWorks (OCM registration and work, webhook).
struct HubAdmission: AdmissionPlugin {
  let facts: any AdmissionFacts

  func admit(_ request: AdmissionRequest) throws(APIFailure) -> Value? {
    guard request.subresource == nil, request.operation != .delete, let object = request.object
    else { return request.object }
    switch request.kind {
    case .managedClusters:
      let admission = ManagedClusterAdmission(facts: facts, request: request)
      return try admission.validated(admission.defaulted(object))
    case .managedClusterSetBindings:
      try ClusterSetBindingAdmission(facts: facts, request: request).validate(object)
    case .manifestWorks:
      try ManifestWorkAdmission(facts: facts, request: request).validate(object)
    default: break
    }
    return object
  }
}

/// The rules for bindings of sets to namespaces.
struct ClusterSetBindingAdmission: Sendable {
  let facts: any AdmissionFacts
  let request: AdmissionRequest

  func validate(_ binding: Value) throws(APIFailure) {
    let webhook = HubWebhook.bindingValidator
    guard try webhook.isConfigured(facts) else { return }
    let set = binding.at("spec", "clusterSet")?.string ?? ""
    if set != request.name {
      throw webhook.denial(
        400, "BadRequest",
        "The ManagedClusterSetBinding must have the same name as the target ManagedClusterSet")
    }
    let bind = AccessAttributes(
      "create", ClusterDefinitions.group, "managedclustersets", subresource: "bind", name: set)
    if !facts.allows(request.user, bind) {
      throw webhook.forbidden(
        "managedclustersets/bind", set,
        "user \"\(request.user.name)\" is not allowed to bind cluster set \"\(set)\"")
    }
  }
}
