import Crypto
import Documents

/// What a Deployment wants its pods to be.
struct PodTemplate: Sendable, Hashable {
  let namespace: String
  let deployment: String
  let deploymentUID: String
  /// `spec.template`.
  let template: Value
  let replicas: Int

  /// Nil when the object has no pod template.
  init?(_ deployment: Value) {
    guard let template = deployment.at("spec", "template"),
      let namespace = deployment.objectNamespace
    else { return nil }
    self.namespace = namespace
    self.deployment = deployment.objectName
    deploymentUID = deployment.objectUID
    self.template = template
    replicas = deployment.at("spec", "replicas")?.int ?? 1
  }

  /// Ten characters that change with the template, as in names of ReplicaSets.
  var hash: String {
    let text = JSON.text(template, sortedKeys: true) + deploymentUID
    let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")
    return String(
      SHA256.hash(data: Array(text.utf8)).prefix(10).map {
        alphabet[Int($0) % alphabet.count]
      })
  }

  /// The ServiceAccount that pods run as.
  var serviceAccount: String {
    template.at("spec", "serviceAccountName")?.string
      ?? template.at("spec", "serviceAccount")?.string ?? "default"
  }

  /// Command and arguments of the first container.
  var commandLine: [String] {
    let container = containers.first
    return (container?["command"]?.strings ?? []) + (container?["args"]?.strings ?? [])
  }

  /// The images of all containers.
  var images: [String] { containers.compactMap { $0["image"]?.string } }

  /// The containers of the pod.
  var containers: [Value] { template.at("spec", "containers")?.array ?? [] }

  /// Secrets that a pod mounts and cannot start without.
  var requiredSecrets: [String] {
    (template.at("spec", "volumes")?.array ?? []).compactMap { volume in
      guard let secret = volume["secret"], secret["optional"]?.bool != true else { return nil }
      return secret["secretName"]?.string
    }
  }

  /// The Secret that is mounted at a path in the first container.
  func secret(mountedAt path: String) -> String? {
    let mounts = containers.first?["volumeMounts"]?.array ?? []
    guard let mount = mounts.first(where: { $0["mountPath"]?.string == path }) else { return nil }
    let volume = template.at("spec", "volumes")?.array?
      .first { $0["name"] == mount["name"] }
    return volume?.at("secret", "secretName")?.string
  }
}
