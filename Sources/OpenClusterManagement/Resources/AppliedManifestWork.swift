import Crypto
public import Documents
public import FoundationEssentials
public import KubernetesClient

/// The agent's record of a work on the managed cluster (`work.open-cluster-management.io/v1`
/// AppliedManifestWork); it owns what was applied.
public struct AppliedManifestWork: ResourceView {
  /// The API resource.
  public static let type = ResourceType.appliedManifestWorks

  /// The whole object.
  public var value: Value

  /// Looks at an object, whatever it contains.
  public init(_ value: Value) {
    self.value = value
  }

  /// `spec.hubHash`: hex SHA-256 of the URL of the hub that the work came from.
  public var hubHash: String { value.at("spec", "hubHash")?.string ?? "" }

  /// The digest under which an agent keeps the works of a hub (OCM, work/helper HubHash).
  ///
  /// - Parameter server: The hub's URL exactly as the agent's kubeconfig has it.
  public static func hubHash(ofServer server: String) -> String {
    Hexadecimal.text(SHA256.hash(data: Array(server.utf8)))
  }

  /// `spec.agentID`: which agent applied it, the UID of its Klusterlet.
  public var agentID: String { value.at("spec", "agentID")?.string ?? "" }

  /// `spec.manifestWorkName`: the ManifestWork on the hub.
  public var manifestWorkName: String { value.at("spec", "manifestWorkName")?.string ?? "" }

  /// When the agent found the work gone from the hub and began to wait before it deletes; nil while
  /// the work is there.
  public var evictionStartTime: Date? { Timestamp.date(value.at("status", "evictionStartTime")) }

  /// `status.appliedResources`: what goes when this record goes.
  public var appliedResources: [AppliedResource] {
    (value.at("status", "appliedResources")?.array ?? []).map(AppliedResource.init)
  }

  /// One object on the managed cluster that the agent applied.
  public struct AppliedResource: Sendable, Hashable {
    /// API group; empty for the core group.
    public var group: String
    /// API version.
    public var version: String
    /// Plural resource name.
    public var resource: String
    /// Namespace; nil for cluster-scoped objects.
    public var namespace: String?
    /// Name of the object.
    public var name: String
    /// UID of the object when it was applied.
    public var uid: String

    /// Reads an entry of `status.appliedResources`.
    public init(_ value: Value) {
      group = value["group"]?.string ?? ""
      version = value["version"]?.string ?? ""
      resource = value["resource"]?.string ?? ""
      let namespace = value["namespace"]?.string ?? ""
      self.namespace = namespace.isEmpty ? nil : namespace
      name = value["name"]?.string ?? ""
      uid = value["uid"]?.string ?? ""
    }
  }
}
