import Documents

/// Which resource a manifest is, as `resourceMeta` of a work's status tells it.
struct ManifestMeta: Sendable, Hashable {
  let ordinal: Int
  /// Nil when the cluster does not serve the type.
  let kind: Kind?
  let group: String
  let version: String
  let kindName: String
  let name: String
  let namespace: String

  init(_ manifest: Value, ordinal: Int, kind: Kind?) {
    self.ordinal = ordinal
    self.kind = kind
    let parts = (manifest["apiVersion"]?.string ?? "").split(separator: "/", maxSplits: 1)
    group = parts.count > 1 ? String(parts[0]) : ""
    version = parts.last.map(String.init) ?? ""
    kindName = manifest["kind"]?.string ?? ""
    name = manifest.objectName
    namespace = manifest.objectNamespace ?? ""
  }

  /// `resourceMeta`.
  var document: Value {
    [
      "group": .string(group), "kind": .string(kindName), "name": .string(name),
      "namespace": .string(namespace), "ordinal": .integer(ordinal),
      "resource": .string(kind?.plural ?? ""), "version": .string(version),
    ]
  }

  /// Where the object is; nil for cluster-scoped types.
  var place: String? { kind?.namespaced == true ? namespace : nil }

  /// In which order objects of the kinds are applied: what others need comes first
  /// (OCM work, `resourceApplyOrder`).
  var rank: Int {
    let ranks = [
      [
        "PriorityClass", "Namespace", "CustomResourceDefinition", "StorageClass",
        "PersistentVolume",
      ],
      ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
      ["NetworkPolicy", "ResourceQuota", "LimitRange", "PodDisruptionBudget", "ServiceAccount"],
      ["Secret", "ConfigMap", "PersistentVolumeClaim"], ["Service"],
      [
        "DaemonSet", "Pod", "ReplicationController", "ReplicaSet", "Deployment",
        "HorizontalPodAutoscaler", "StatefulSet", "Job", "CronJob",
      ],
      [
        "APIService", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration",
        "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
      ],
    ]
    return ranks.firstIndex { $0.contains(kindName) } ?? 1000
  }
}

/// The rules that a work has for some of its manifests.
struct ManifestConfigs: Sendable {
  private let configs: [Value]

  init(_ work: Value) {
    configs = work.at("spec", "manifestConfigs")?.array ?? []
  }

  /// The value of a field for a manifest: of the first entry that fits it and has the field.
  func field(_ name: String, of meta: ManifestMeta) -> Value? {
    for config in configs where fits(config["resourceIdentifier"], meta) {
      if let value = config[name] { return value }
    }
    return nil
  }

  private func fits(_ identifier: Value?, _ meta: ManifestMeta) -> Bool {
    identifier?["resource"]?.string == meta.kind?.plural
      && (identifier?["group"]?.string ?? "") == meta.group
      && Self.matches(identifier?["name"]?.string ?? "", meta.name)
      && Self.matches(identifier?["namespace"]?.string ?? "", meta.namespace)
  }

  /// `*` in a pattern stands for anything.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return pattern == text
    }
    guard text.hasPrefix(first), text.count >= first.count + last.count, text.hasSuffix(last)
    else { return false }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
