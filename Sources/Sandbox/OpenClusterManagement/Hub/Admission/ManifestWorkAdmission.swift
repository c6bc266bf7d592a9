import Documents

/// The rules for ManifestWorks.
struct ManifestWorkAdmission: Sendable {
  let facts: any AdmissionFacts
  let request: AdmissionRequest

  /// Bytes that all manifests of a work may have together.
  static let limit = 500 * 1024

  func validate(_ work: Value) throws(APIFailure) {
    let webhook = HubWebhook.workValidator
    guard try webhook.isConfigured(facts) else { return }
    if let problem = Self.problem(work.at("spec", "workload", "manifests")?.array ?? []) {
      throw webhook.denial(400, "BadRequest", problem)
    }
    let executor = work.at("spec", "executor")
    if let old = request.old, old.at("spec", "executor") == executor { return }
    guard let account = executor?.at("subject", "serviceAccount") else { return }
    let namespace = account["namespace"]?.string ?? ""
    let name = account["name"]?.string ?? ""
    let execute = AccessAttributes(
      "execute-as", WorkDefinitions.group, "manifestworks",
      name: "system:serviceaccount:\(namespace):\(name)", namespace: request.namespace)
    if !facts.allows(request.user, execute) {
      throw webhook.denial(
        400, "BadRequest",
        "user \(request.user.name) cannot manipulate the Manifestwork with executor "
          + "\(namespace)/\(name) in namespace \(request.namespace ?? "")")
    }
  }

  /// What is wrong with the manifests of a work; nil when nothing is.
  static func problem(_ manifests: [Value]) -> String? {
    if manifests.isEmpty { return "manifests should not be empty" }
    let size = manifests.reduce(0) { $0 + JSON.encode($1).count }
    if size > limit {
      return "the size of manifests is \(size) bytes which exceeds the \(limit) limit"
    }
    var seen: Set<[String]> = []
    for manifest in manifests {
      if manifest.objectName.isEmpty { return "name must be set in manifest" }
      if manifest.at("metadata", "generateName")?.string?.isEmpty == false {
        return "generateName must not be set in manifest"
      }
      let version = manifest["apiVersion"]?.string ?? ""
      let kind = manifest["kind"]?.string ?? ""
      let namespace = manifest.objectNamespace ?? ""
      if !seen.insert([version, kind, namespace, manifest.objectName]).inserted {
        return "duplicate manifest for resource \(namespace)/\(manifest.objectName) with resource "
          + "type \(version).\(kind)"
      }
    }
    return nil
  }
}
