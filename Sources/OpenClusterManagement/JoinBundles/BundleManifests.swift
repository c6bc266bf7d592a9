import Documents
import KubernetesClient

/// The agent's objects as a bundle carries them: in files to be applied one after the other.
public struct BundleManifests: Sendable, Hashable {
  /// One file of manifests.
  public struct Part: Sendable, Hashable {
    /// The path within the bundle.
    public let path: String
    /// What applying it does, for people: `install the agent's operator`.
    public let purpose: String
    /// The objects, in order.
    public let objects: [ManifestObject]
  }

  /// The kinds of each part. Definitions come first since later parts are of their types; Secrets
  /// stand apart from what may be shown around.
  private static let parts: [(name: String, purpose: String, kinds: Set<String>)] = [
    ("01-crds", "define the agent's own type", ["CustomResourceDefinition"]),
    ("02-namespaces", "make the namespaces", ["Namespace"]),
    ("03-secrets", "write the credentials", ["Secret"]),
    (
      "04-operator", "install the agent's operator",
      ["ServiceAccount", "ClusterRole", "ClusterRoleBinding", "Deployment"]
    ),
    ("05-agent", "install the agent", ["Klusterlet"]),
  ]

  /// The parts, in the order to apply them.
  public let parts: [Part]

  /// Sorts an agent's objects into parts.
  ///
  /// - Parameter recordUID: noted on the agent's credential, as an import with access to both sides
  ///   does; it tells a credential of this registration from one of an earlier registration.
  public init(_ manifests: AgentManifests, recordUID: String? = nil) {
    let objects = manifests.objects().map { object in
      guard let recordUID, object.name == Names.Secret.bootstrapHubKubeconfig else { return object }
      var noted = object
      noted.value.set(
        .string(recordUID), at: "metadata", "annotations", Names.Annotation.registration)
      return noted
    }
    parts = Self.parts.map { name, purpose, kinds in
      Part(
        path: "manifests/\(name).yaml", purpose: purpose,
        objects: objects.filter { kinds.contains($0.type.kind) })
    }
  }

  /// The definitions, as YAML.
  public var definitionsText: String { Self.definitionsText }

  /// The same in every bundle, and by far the longest to write.
  private static let definitionsText = YAML.text(KlusterletDefinition.object.value)

  /// Everything but the definitions, in order, as YAML. Contains the credential.
  public var objectsText: String {
    YAML.text(all: parts.dropFirst().flatMap(\.objects).map(\.value))
  }

  /// The parts as files.
  var files: [BundleFile] {
    [BundleFile(parts[0].path, definitionsText)]
      + parts.dropFirst().map { BundleFile($0.path, YAML.text(all: $0.objects.map(\.value))) }
  }
}
