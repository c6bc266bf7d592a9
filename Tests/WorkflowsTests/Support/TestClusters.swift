import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Synchronization

@testable import Workflows

extension StaticCluster {
  /// Access to this cluster as a workflow gets it.
  func access(_ name: String, server: String) -> ClusterAccess {
    let config = ConnectionConfig(
      contextName: name, clusterName: name, server: server, tls: TLSSettings(),
      proxy: ProxySettings(), source: "test")
    return ClusterAccess(
      reader: APIReader(transport: self, config: config), server: server,
      trust: .authorities(Array("-----BEGIN CERTIFICATE-----\n\(name)\n-----END".utf8)))
  }

  /// A cluster with the identity `uid` and the types that every Kubernetes serves.
  static func kubernetes(uid: String) -> StaticCluster {
    let cluster = StaticCluster()
    cluster.serve(
      .namespaces, .secrets, .configMaps, .serviceAccounts, .pods, .deployments, .leases,
      .clusterRoles, .clusterRoleBindings, .roles, .roleBindings, .certificateSigningRequests,
      .customResourceDefinitions)
    cluster.put(.namespaces, ["metadata": ["name": "kube-system", "uid": .string(uid)]])
    return cluster
  }

  /// A hub of Open Cluster Management with the identity `hub-uid`.
  static func hub() -> StaticCluster {
    let hub = kubernetes(uid: "hub-uid")
    hub.serve(.managedClusters, .manifestWorks, .managedClusterAddOns)
    return hub
  }
}

/// A hub and a managed cluster, with everything a workflow asks of its surroundings.
struct Pair {
  let hub = StaticCluster.hub()
  let managed = StaticCluster.kubernetes(uid: "cluster-uid")

  var clusters: Clusters {
    Clusters(
      hub: hub.access("hub", server: "https://hub.example:6443"),
      managed: managed.access("c1", server: "https://c1.example:6443"))
  }

  /// A moment that nothing in the tests depends on by accident.
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  func context(_ mode: RunMode = .plan) -> PlanningContext {
    PlanningContext(
      clusters: clusters, mode: mode, deadline: .none, now: { Pair.now },
      narrator: Narrator(
        operation: "test", subject: "c1", sink: DiscardingEventSink(), now: { Pair.now }))
  }

  func runner(_ mode: RunMode, sink: any EventSink = DiscardingEventSink()) -> PlanRunner {
    PlanRunner(mode: mode, sink: sink, now: { Pair.now })
  }
}

/// Remembers every event.
final class RecordingSink: EventSink {
  private let recorded = Mutex<[Event]>([])

  var events: [Event] { recorded.withLock { $0 } }
  var names: [String] { events.map(\.kind.name) }

  func emit(_ event: Event) { recorded.withLock { $0.append(event) } }
}

/// A ManagedCluster as the tests need one.
func record(
  _ name: String = "c1", uid: String = "record-uid", identity: String? = "cluster-uid",
  isAccepted: Bool = true, isJoined: Bool = true, isAvailable: Bool = true,
  finalizers: [String] = [], isDeleting: Bool = false
) -> Value {
  var value: Value = [
    "apiVersion": "cluster.open-cluster-management.io/v1", "kind": "ManagedCluster",
    "metadata": ["name": .string(name), "uid": .string(uid), "resourceVersion": "7"],
    "spec": ["hubAcceptsClient": .bool(isAccepted), "leaseDurationSeconds": 60],
  ]
  value.set(
    identity.map(Value.string), at: "metadata", "annotations", Names.Annotation.clusterIdentity)
  if !finalizers.isEmpty {
    value.set(.array(finalizers.map(Value.string)), at: "metadata", "finalizers")
  }
  if isDeleting { value.set("2026-11-22T20:03:14Z", at: "metadata", "deletionTimestamp") }
  let states = [
    (Names.ConditionType.hubAccepted, isAccepted), (Names.ConditionType.joined, isJoined),
    (Names.ConditionType.available, isAvailable),
  ]
  let conditions = states.filter(\.1).map { type, _ -> Value in
    ["type": .string(type), "status": "True", "reason": "Test", "message": "so it is"]
  }
  value.set(.array(conditions), at: "status", "conditions")
  return value
}

/// A kubeconfig Secret of an agent.
func kubeconfigSecret(
  _ name: String, server: String, token: String? = nil, clusterName: String? = nil,
  annotations: [String: String] = [:]
) -> Value {
  let user = token.map { "{token: \($0)}" } ?? "{}"
  let kubeconfig = """
    clusters: [{name: hub, cluster: {server: "\(server)"}}]
    users: [{name: agent, user: \(user)}]
    contexts: [{name: agent, context: {cluster: hub, user: agent}}]
    current-context: agent
    """
  func encoded(_ text: String) -> Value { .string(Data(text.utf8).base64EncodedString()) }
  var secret: Value = [
    "apiVersion": "v1", "kind": "Secret",
    "metadata": [
      "name": .string(name), "namespace": "open-cluster-management-agent", "uid": "secret-uid",
    ],
    "data": ["kubeconfig": encoded(kubeconfig)],
  ]
  if let clusterName { secret.set(encoded(clusterName), at: "data", "cluster-name") }
  for (key, value) in annotations {
    secret.set(.string(value), at: "metadata", "annotations", key)
  }
  return secret
}

/// A Klusterlet that manages the cluster it is on.
func klusterlet(_ clusterName: String = "c1", hub: String? = "hub-uid") -> Value {
  var value: Value = [
    "apiVersion": "operator.open-cluster-management.io/v1", "kind": "Klusterlet",
    "metadata": ["name": "klusterlet", "uid": "klusterlet-uid"],
    "spec": ["clusterName": .string(clusterName), "deployOption": ["mode": "Singleton"]],
  ]
  value.set(hub.map(Value.string), at: "metadata", "annotations", Names.Annotation.hubIdentity)
  value.set("mcctl", at: "metadata", "labels", Names.Label.managedBy)
  return value
}
