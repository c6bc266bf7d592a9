public import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// What the hub keeps of a cluster that mcctl created: Secret `mcctl-cluster` in the cluster's namespace. It holds the
/// specification, which names credentials and has none, so that any colleague can go on.
public struct ClusterOrigin: Sendable, Hashable {
  /// The document of kind Cluster: what the cluster is to be made of. An operator writes it, or somebody who declares it.
  public let document: Value
  /// The folder on the machine of whoever made it, from which its paths start.
  public let folder: String

  /// The change that has been begun and is not through; nil for none.
  public var change: ClusterChange?
  /// How many changes have been begun since the cluster was created.
  public var changes: Int
  /// What it was made of last; nil before it is there.
  public var applied: Value?
  /// What ``change`` makes of it; nil without one.
  public var target: Value?
  /// The Secret's version, when it was read.
  private(set) var resourceVersion: String?

  /// Records where a cluster comes from.
  public init(document: Value, folder: String, change: ClusterChange? = nil, changes: Int = 0) {
    self.document = document
    self.folder = folder
    self.change = change
    self.changes = changes
  }

  /// What the cluster is made of, or is being brought to.
  public var present: Value {
    change == nil ? applied ?? document : target ?? document
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
    try await hub.present(reference(cluster)).flatMap { try ClusterOrigin($0, of: cluster) }
  }

  /// Reads the Secret of a cluster; nil when it does not say what the cluster is to be made of.
  init?(_ secret: Value, of cluster: String) throws(DocumentError) {
    let source = "\(Self.reference(cluster))"
    func document(_ key: OriginKey) throws(DocumentError) -> Value? {
      guard let text = key.text(secret) else { return nil }
      return try YAML.decode(text, source: source)
    }
    guard let specification = try document(.specification) else { return nil }
    self.init(
      document: specification, folder: OriginKey.folder.text(secret) ?? ".",
      change: try document(.change).flatMap(ClusterChange.init),
      changes: OriginKey.changes.text(secret).flatMap { Int($0) } ?? 0)
    applied = try document(.applied)
    target = try document(.target)
    resourceVersion = secret.at("metadata", "resourceVersion")?.string
  }

  /// The specification, checked as a file is.
  func specification(_ cluster: String) throws(DocumentError) -> ClusterSpecification {
    try ClusterSpecification(
      parsing: Array(YAML.text(document).utf8), source: "\(Self.reference(cluster))")
  }

  /// What is said under each key; ``OriginKey/applied`` is written on its own, when that is so.
  var texts: [(OriginKey, String)] {
    var texts: [(OriginKey, String)] = [
      (.specification, YAML.text(document)), (.folder, folder),
    ]
    if let change { texts.append((.change, YAML.text(change.document))) }
    if let target, change != nil { texts.append((.target, YAML.text(target))) }
    if changes > 0 { texts.append((.changes, "\(changes)")) }
    return texts
  }

  /// Namespace and Secret as they shall be.
  func desired(_ cluster: String) -> [DesiredObject] {
    let secret: Value = [
      "apiVersion": "v1", "kind": "Secret", "type": .string(Self.type),
      "metadata": [
        "name": .string(Names.Secret.createdCluster), "namespace": .string(cluster),
        "labels": [
          Names.Label.managedBy: .string(Names.Label.managedByValue),
          Names.Label.clusterName: .string(cluster),
        ],
      ],
      "data": .object(Object(texts.map { ($0.rawValue, OriginKey.data($1)) })),
    ]
    return [.namespace(of: cluster), DesiredObject(type: .secrets, value: secret)]
  }
}
