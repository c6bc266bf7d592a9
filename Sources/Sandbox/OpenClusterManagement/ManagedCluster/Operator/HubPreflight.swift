import Documents
import Foundation

/// Checks a kubeconfig of a Secret against the hub: can it be reached, and may its user do what an
/// agent has to do there.
struct HubPreflight: Sendable {
  /// The outcome, as a condition tells it.
  struct Verdict: Sendable, Hashable {
    let isFunctional: Bool
    let reason: String
    let message: String
  }

  private enum Part: Sendable { case bootstrap, hub }
  private let part: Part

  static let bootstrap = HubPreflight(part: .bootstrap)
  static let hub = HubPreflight(part: .hub)

  /// The verdict when there is no Secret.
  func missing(_ place: String, _ problem: String) -> Verdict {
    switch part {
    case .bootstrap:
      Verdict(
        isFunctional: false, reason: "BootstrapSecretMissing",
        message: "Failed to get bootstrap secret \(place): \(problem)")
    case .hub:
      Verdict(
        isFunctional: false, reason: "HubKubeConfigSecretMissing",
        message: "Failed to get hub kubeconfig secret \(place): \(problem)")
    }
  }

  /// Asks the hub.
  func run(_ secret: Value, cluster: String, connect: HubConnector) async -> Verdict {
    let namespace = secret.objectNamespace ?? ""
    let files = SecretFiles.contents(of: secret)
    guard let text = files["kubeconfig"] else { return kubeconfigMissing(secret) }
    let kubeconfig: HubKubeconfig
    let hub: any HubClient
    do {
      kubeconfig = try HubKubeconfig(text, files: files)
      hub = try connect(kubeconfig, "registration-operator")
    } catch {
      return unusable(secret, "\(error)")
    }
    let name =
      cluster.isEmpty
      ? String(decoding: files["cluster-name"] ?? [], as: UTF8.self) : cluster
    let place = "\(namespace)/\(secret.objectName) to apiserver \(kubeconfig.server)"
    let verdict = await review(hub, cluster: name, secret, kubeconfig, place)
    hub.close()
    return verdict
  }

  private func review(
    _ hub: any HubClient, cluster: String, _ secret: Value, _ kubeconfig: HubKubeconfig,
    _ place: String
  ) async -> Verdict {
    for attributes in part == .bootstrap ? Self.bootstrapNeeds : Self.hubNeeds(cluster) {
      do {
        if try await allowed(attributes, hub) { continue }
        return unauthorized(attributes, secret, kubeconfig.server)
      } catch {
        return unusable(secret, "\((error as? APIFailure)?.message ?? "\(error)")")
      }
    }
    return part == .bootstrap
      ? Verdict(
        isFunctional: true, reason: "BootstrapSecretFunctional",
        message: "Bootstrap secret \(place) is configured correctly")
      : Verdict(
        isFunctional: true, reason: "HubConnectionFunctional",
        message: "Hub kubeconfig secret \(place) is working")
  }

  private func allowed(
    _ attributes: AccessAttributes, _ hub: any HubClient
  ) async throws -> Bool {
    let review: Value = [
      "apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview",
      "spec": ["resourceAttributes": attributes.document],
    ]
    let answer = try await hub.create(.selfSubjectAccessReviews, review, nil)
    return answer.at("status", "allowed")?.bool ?? false
  }
}

// MARK: - What agents need (OCM, pkg/common/helpers/ssar.go)

extension HubPreflight {
  private static let bootstrapNeeds =
    ["create", "get"].map { AccessAttributes($0, ClusterDefinitions.group, "managedclusters") }
    + ["create", "get", "list", "watch"].map {
      AccessAttributes($0, "certificates.k8s.io", "certificatesigningrequests")
    }

  private static func hubNeeds(_ cluster: String) -> [AccessAttributes] {
    func needs(
      _ verbs: [String], _ group: String, _ resource: String, sub: String? = nil,
      name: String? = nil, namespace: String? = nil
    ) -> [AccessAttributes] {
      verbs.map {
        AccessAttributes(
          $0, group, resource, subresource: sub, name: name, namespace: namespace)
      }
    }
    let group = ClusterDefinitions.group
    return needs(
      ["get", "list", "watch"], "certificates.k8s.io", "certificatesigningrequests")
      + needs(["get", "list", "update", "watch"], group, "managedclusters", name: cluster)
      + needs(["patch", "update"], group, "managedclusters", sub: "status", name: cluster)
      + needs(
        ["renew"], "register.open-cluster-management.io", "managedclusters",
        sub: "clientcertificates")
      + needs(
        ["get", "update"], "coordination.k8s.io", "leases", name: OCM.leaseName,
        namespace: cluster)
      + needs(["create", "patch", "update"], "", "events", namespace: cluster)
      + needs(
        ["get", "list", "watch", "update"], WorkDefinitions.group, "manifestworks",
        namespace: cluster)
      + needs(
        ["patch", "update"], WorkDefinitions.group, "manifestworks", sub: "status",
        namespace: cluster)
  }
}

// MARK: - Verdicts

extension HubPreflight {
  private func kubeconfigMissing(_ secret: Value) -> Verdict {
    let place = "\"\(secret.objectNamespace ?? "")\" \"\(secret.objectName)\""
    switch part {
    case .bootstrap:
      return unusable(secret, "unable to find kubeconfig in secret")
    case .hub:
      return Verdict(
        isFunctional: false, reason: "HubKubeConfigMissing",
        message: "Failed to get kubeconfig from `kubectl get secret -n \(place) "
          + "-ojsonpath='{.data.kubeconfig}'`. This is set by the klusterlet registration "
          + "deployment, but the CSR must be approved by the cluster-admin on the hub.")
    }
  }

  private func unusable(_ secret: Value, _ problem: String) -> Verdict {
    let place = "\"\(secret.objectNamespace ?? "")\" \"\(secret.objectName)\""
    switch part {
    case .bootstrap:
      return Verdict(
        isFunctional: false, reason: "BootstrapSecretError",
        message: "Failed to create SelfSubjectAccessReview with bootstrap secret \(place): "
          + problem)
    case .hub:
      return Verdict(
        isFunctional: false, reason: "HubKubeConfigError",
        message: "Failed to create SelfSubjectAccessReview with hub config secret \(place): "
          + problem)
    }
  }

  private func unauthorized(
    _ attributes: AccessAttributes, _ secret: Value, _ server: String
  ) -> Verdict {
    let resource = [attributes.resource, attributes.subresource].compactMap { $0 }
      .joined(separator: "/")
    let what =
      "Operation for resource \(attributes.verb) \(resource).\(attributes.group) is not "
      + "allowed with"
    let place =
      "\"\(secret.objectNamespace ?? "")\"/\"\(secret.objectName)\" to apiserver \(server)"
    return part == .bootstrap
      ? Verdict(
        isFunctional: false, reason: "BootstrapSecretUnauthorized",
        message: "\(what) bootstrap secret \(place)")
      : Verdict(
        isFunctional: false, reason: "HubKubeConfigUnauthorized",
        message: "\(what) hub config secret \(place)")
  }
}

/// The contents of Secrets.
enum SecretFiles {
  /// The decoded `data` of a Secret, by key.
  static func contents(of secret: Value) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (key, value) in secret["data"]?.object ?? Object() {
      files[key] = value.string.flatMap { Data(base64Encoded: $0) }.map(Array.init)
    }
    return files
  }

  /// The `data` of a Secret that holds these contents.
  static func data(_ files: [String: [UInt8]]) -> Value {
    var data: Value = [:]
    for (key, contents) in files.sorted(by: { $0.key < $1.key }) {
      data[key] = .string(Data(contents).base64EncodedString())
    }
    return data
  }
}
