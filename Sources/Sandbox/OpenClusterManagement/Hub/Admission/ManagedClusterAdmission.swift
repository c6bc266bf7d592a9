import Documents
import Foundation

/// The rules for ManagedClusters.
struct ManagedClusterAdmission: Sendable {
  let facts: any AdmissionFacts
  let request: AdmissionRequest

  /// The cluster with the times of its taints and its set filled in.
  func defaulted(_ cluster: Value) throws(APIFailure) -> Value {
    let webhook = HubWebhook.clusterMutator
    guard try webhook.isConfigured(facts) else { return cluster }
    var cluster = cluster
    try stampTaints(&cluster, webhook)
    if (cluster.label(OCM.clusterSetLabel) ?? "").isEmpty {
      cluster.set("default", at: "metadata", "labels", OCM.clusterSetLabel)
    }
    return cluster
  }

  /// The cluster itself, when nothing speaks against it.
  func validated(_ cluster: Value) throws(APIFailure) -> Value {
    let webhook = HubWebhook.clusterValidator
    guard try webhook.isConfigured(facts) else { return cluster }
    try validateURLs(cluster, webhook)
    let accepts = cluster.at("spec", "hubAcceptsClient")?.bool ?? false
    let accepted = request.old?.at("spec", "hubAcceptsClient")?.bool ?? false
    if accepts, !accepted { try validateAcceptance(webhook) }
    let sets = [request.old, cluster].map { $0?.label(OCM.clusterSetLabel) ?? "" }
    if sets[0] != sets[1] {
      for set in sets where !set.isEmpty { try validateMembership(set, webhook) }
    }
    return cluster
  }

  private func stampTaints(_ cluster: inout Value, _ webhook: HubWebhook) throws(APIFailure) {
    guard var taints = cluster.at("spec", "taints")?.array, !taints.isEmpty else { return }
    let old = request.old?.at("spec", "taints")?.array ?? []
    let now = Value.string(KubernetesTime.seconds())
    var refused: [String] = []
    for index in taints.indices {
      let taint = taints[index]
      let before = old.first { $0["key"] == taint["key"] }
      let isSame = before.map { $0["value"] == taint["value"] && $0["effect"] == taint["effect"] }
      let time = taint["timeAdded"].flatMap { $0.isNull ? nil : $0 }
      if request.operation == .create {
        taints[index]["timeAdded"] = now
      } else if isSame == true {
        if before?["timeAdded"] != taint["timeAdded"] {
          refused.append(taint["key"]?.string ?? "")
        }
      } else if time != nil {
        refused.append(taint["key"]?.string ?? "")
      } else {
        taints[index]["timeAdded"] = now
      }
    }
    if !refused.isEmpty {
      throw webhook.denial(
        400, "BadRequest",
        "It is not allowed to set TimeAdded of Taint \"\(refused.joined(separator: ","))\".")
    }
    cluster.set(.array(taints), at: "spec", "taints")
  }

  /// Cluster names are checked only together with URLs: the real webhook returns early without.
  private func validateURLs(_ cluster: Value, _ webhook: HubWebhook) throws(APIFailure) {
    let configs = cluster.at("spec", "managedClusterClientConfigs")?.array ?? []
    guard !configs.isEmpty else { return }
    var problems: [String] = []
    if cluster.objectName.contains(".") || cluster.objectName.count > 63 {
      problems.append(
        "metadata.name format is not correct: must not contain dots and be at most 63 characters")
    }
    for url in configs.map({ $0["url"]?.string ?? "" }) {
      let parsed = URL(string: url)
      if parsed?.scheme != "https" || (parsed?.host() ?? "").isEmpty {
        problems.append("url \"\(url)\" is invalid in client configs")
      }
    }
    if !problems.isEmpty {
      throw webhook.denial(400, "BadRequest", problems.joined(separator: "\n"))
    }
  }

  private func validateAcceptance(_ webhook: HubWebhook) throws(APIFailure) {
    let namespace = facts.object(.namespaces, request.name, nil)
    if namespace?.at("status", "phase")?.string == "Terminating" {
      throw webhook.forbidden(
        "managedclusters/accept", request.name,
        "cluster namespace \"\(request.name)\" is terminating")
    }
    let accept = AccessAttributes(
      "update", "register.open-cluster-management.io", "managedclusters", subresource: "accept",
      name: request.name)
    if !facts.allows(request.user, accept) {
      throw webhook.forbidden(
        "managedclusters/accept", request.name,
        "user \"\(request.user.name)\" cannot update the HubAcceptsClient field")
    }
  }

  private func validateMembership(_ set: String, _ webhook: HubWebhook) throws(APIFailure) {
    let join = AccessAttributes(
      "create", ClusterDefinitions.group, "managedclustersets", subresource: "join", name: set)
    if !facts.allows(request.user, join) {
      throw webhook.forbidden(
        "managedclustersets/join", set,
        "user \"\(request.user.name)\" cannot add/remove a ManagedCluster to/from "
          + "ManagedClusterSet \"\(set)\"")
    }
  }
}
