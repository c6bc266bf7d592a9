import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// The ManagedCluster: the record of the cluster on the hub, with its identity and its address.
struct RecordStep: Sendable {
  let request: ImportRequest
  /// The record as it is now.
  let present: ManagedCluster?
  /// The cluster's identity; nil when the cluster cannot be asked.
  let clusterUID: String?
  /// The cluster's address; nil when it is not known, or of no use to the hub.
  let cluster: ClusterEndpoint?
  /// How the cluster is imported, to be noted; nil for an import with access to both sides.
  var mode: ImportMode?
  let reconciler: ObjectReconciler

  /// What the record shall hold. The acceptance is no part of it: that has its own step.
  var desired: DesiredObject {
    var metadata: Value = ["name": .string(request.name)]
    metadata["labels"] = Self.strings(labels)
    metadata["annotations"] = Self.strings(annotations)
    var record: Value = [
      "apiVersion": .string(ResourceType.managedClusters.apiVersion),
      "kind": .string(ResourceType.managedClusters.kind), "metadata": metadata,
    ]
    if let cluster {
      record.set(
        .array([clientConfig(cluster).document]), at: "spec", "managedClusterClientConfigs")
    }
    return DesiredObject(type: .managedClusters, value: record, method: .merge)
  }

  /// As it is created: not accepted yet, with OCM's default for the lease.
  private var created: DesiredObject {
    var object = desired
    object.initialFields = [
      (["spec", "hubAcceptsClient"], .bool(false)),
      (["spec", "leaseDurationSeconds"], .integer(60)),
    ]
    return object
  }

  private func clientConfig(_ cluster: ClusterEndpoint) -> ManagedCluster.ClientConfig {
    ManagedCluster.ClientConfig(
      url: cluster.url,
      caBundle: cluster.certificateAuthorities.map { Data($0).base64EncodedString() })
  }

  private var labels: [String: String] {
    var labels = request.labels
    labels[Names.Label.clusterSet] = request.clusterSet
    return labels
  }

  private var annotations: [String: String] {
    var annotations = request.annotations
    annotations[Names.Annotation.clusterIdentity] =
      clusterUID ?? annotations[Names.Annotation.clusterIdentity]
    annotations[Names.Annotation.importMode] = mode?.rawValue
    if let gates = request.readinessGates {
      var readiness = ReadinessGates(annotation: nil)
      for gate in gates { readiness.add(gate) }
      annotations[Names.Annotation.readinessGates] = readiness.annotation
    }
    return annotations
  }

  private static func strings(_ pairs: [String: String]) -> Value? {
    guard !pairs.isEmpty else { return nil }
    return .object(Object(pairs.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
  }

  /// The step that creates or completes the record and remembers its UID for the later ones.
  func step(remembering uid: Shared<String?>) async throws -> Step {
    let base = try await Step.ensuring(
      id: "record", title: "record \(request.name) on the hub", objects: [created],
      reconciler: reconciler, extraNeeds: setNeeds)
    let (name, reader) = (request.name, reconciler.reader)
    return base.followed(by: { step, result in
      guard step.mode.isPersistent else { return result }
      uid.set(try await reader.get(.managedClusters, name).at("metadata", "uid")?.string)
      return result
    })
  }

  /// Changing the set takes a right that OCM's webhook asks for (registration/webhook/v1).
  private var setNeeds: [AccessNeed] {
    guard let set = request.clusterSet, present?.clusterSet != set else { return [] }
    return [
      AccessNeed(
        .hub,
        AccessAttributes(
          verb: "create", group: Names.APIGroup.cluster, resource: "managedclustersets",
          subresource: "join", name: set))
    ]
  }
}
