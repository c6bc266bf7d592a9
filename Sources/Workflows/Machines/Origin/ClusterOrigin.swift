public import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// What the hub keeps of a cluster that mcctl created: Secret `mcctl-cluster` in the cluster's namespace. It holds the
/// specification, which names credentials and has none, so that any colleague can go on.
public struct ClusterOrigin: Sendable, Hashable {
  /// The document of kind Cluster.
  public let document: Value
  /// The folder on the machine of whoever made it, from which its paths start.
  public let folder: String

  /// The change that has been begun and is not through; nil for none.
  public var change: ClusterChange?
  /// How many changes have been begun since the cluster was created.
  public var changes: Int
  /// The document that it was made of last, as text; nil before it is there.
  private(set) var applied: String?

  /// Records where a cluster comes from.
  public init(document: Value, folder: String, change: ClusterChange? = nil, changes: Int = 0) {
    self.document = document
    self.folder = folder
    self.change = change
    self.changes = changes
  }

  /// The Secret's type.
  static let type = "mcctl.dev/cluster"

  /// The Secret of a cluster.
  static func reference(_ cluster: String) -> ObjectReference {
    ObjectReference(type: .secrets, namespace: cluster, name: Names.Secret.createdCluster)
  }

  /// Reads it from the hub; nil when mcctl did not create the cluster.
  public static func read(
    _ cluster: String, on hub: ClusterAccess
  ) async throws(WorkflowError) -> ClusterOrigin? {
    do {
      return try await read(cluster, hub.reader)
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }

  /// As ``read(_:on:)``, for what works only on clusters that mcctl created.
  public static func required(
    _ cluster: String, on hub: ClusterAccess
  ) async throws(WorkflowError) -> ClusterOrigin {
    if let origin = try await read(cluster, on: hub) { return origin }
    throw WorkflowError(
      ChangeRefusal.notCreated(
        name: cluster,
        why: "the hub has no Secret \(Names.Secret.createdCluster) in namespace \(cluster)",
        next: "change its machines with what has made it"))
  }

  static func read(_ cluster: String, _ hub: APIReader) async throws -> ClusterOrigin? {
    let reference = reference(cluster)
    guard let secret = try await hub.present(reference),
      let specification = text(secret, specificationKey)
    else { return nil }
    var origin = ClusterOrigin(
      document: try YAML.decode(specification, source: "\(reference)"),
      folder: text(secret, folderKey) ?? ".",
      change: try text(secret, "change").flatMap {
        ClusterChange(try YAML.decode($0, source: "\(reference)"))
      },
      changes: text(secret, "changes").flatMap { Int($0) } ?? 0)
    origin.applied = text(secret, appliedKey)
    return origin
  }

  /// Key of what the cluster is to be made of: a document of kind Cluster.
  static let specificationKey = "specification"
  /// Key of what it was made of last, in the same form. mcctl writes it when that is done.
  static let appliedKey = "applied"
  /// Key of the folder from which paths start.
  static let folderKey = "folder"

  /// The text under a key of the Secret.
  static func text(_ secret: Value, _ key: String) -> String? {
    secret.at("data", key)?.string.flatMap { Data(base64Encoded: $0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The specification, checked as a file is.
  public func specification(_ cluster: String) throws(DocumentError) -> ClusterSpecification {
    try ClusterSpecification(
      parsing: Array(YAML.text(document).utf8), source: "\(Self.reference(cluster))")
  }

  /// Namespace and Secret as they shall be.
  func desired(_ cluster: String) -> [DesiredObject] {
    var texts = [(Self.specificationKey, YAML.text(document)), (Self.folderKey, folder)]
    if let change { texts.append(("change", YAML.text(change.document))) }
    if changes > 0 { texts.append(("changes", "\(changes)")) }
    let data = texts.map { ($0.0, Value.string(Data($0.1.utf8).base64EncodedString())) }
    let secret: Value = [
      "apiVersion": "v1", "kind": "Secret", "type": .string(Self.type),
      "metadata": [
        "name": .string(Names.Secret.createdCluster), "namespace": .string(cluster),
        "labels": [
          Names.Label.managedBy: .string(Names.Label.managedByValue),
          Names.Label.clusterName: .string(cluster),
        ],
      ],
      "data": .object(Object(data)),
    ]
    return [.namespace(of: cluster), DesiredObject(type: .secrets, value: secret)]
  }
}
