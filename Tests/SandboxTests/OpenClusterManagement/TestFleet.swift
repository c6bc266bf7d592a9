import Documents
import Foundation
import Logging

@testable import Sandbox

/// A hub and a managed cluster with all that lives in them, on loopback ports.
struct TestFleet: Sendable {
  let hub: APIServer
  let spoke: APIServer
  let hubClient: any ResourceClient
  let spokeClient: any ResourceClient

  static let cluster = "c1"

  /// Runs `body` with a hub that is ready and an empty managed cluster.
  static func run(
    prepared: Bool = true, options: ClusterOptions = .quiet,
    _ body: (TestFleet) async throws -> Void
  ) async throws {
    await FleetSlots.shared.take()
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(try await runNow(prepared: prepared, options: options, body))
    } catch {
      outcome = .failure(error)
    }
    await FleetSlots.shared.give()
    try outcome.get()
  }

  private static func runNow(
    prepared: Bool, options: ClusterOptions, _ body: (TestFleet) async throws -> Void
  ) async throws {
    let hub = try APIServer(APIServer.Configuration(name: "hub"))
    let spoke = try APIServer(APIServer.Configuration(name: "cluster1"))
    try await hub.start()
    try await spoke.start()
    let lives = [hub.makeLife(options), spoke.makeLife(options)]
    for life in lives { life.start() }
    let fleet = TestFleet(
      hub: hub, spoke: spoke, hubClient: hub.localClient(userAgent: "test"),
      spokeClient: spoke.localClient(userAgent: "test"))
    let outcome: Result<Void, any Error>
    do {
      if prepared { try await PreparedHub(client: fleet.hubClient).install() }
      try await body(fleet)
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    for life in lives { await life.stop() }
    await spoke.stop()
    await hub.stop()
    try outcome.get()
  }

  /// Installs the agent in the managed cluster.
  func installAgent(_ installation: AgentInstallation) async throws {
    for (kind, object) in installation.objects {
      try await spokeClient.ensure(kind, object)
    }
    try await spokeClient.until(
      .customResourceDefinitions, AgentInstallation.definition.name
    ) { $0.hasCondition("Established", .yes) }
    try await spokeClient.ensure(.klusterlets, installation.klusterlet)
  }

  /// Returns when no pod is left in a namespace: then what ran there has stopped.
  static func untilEmpty(_ client: any ResourceClient, _ namespace: String) async throws {
    for await _ in client.watch(.pods, namespace) {
      if try await client.items(.pods, namespace).isEmpty { return }
    }
  }

  /// A kubeconfig of the bootstrap identity for the hub.
  func bootstrapKubeconfig() throws -> Value {
    try hub.kubeconfig(
      user: "system:serviceaccount:\(OCM.operatorNamespace):\(PreparedHub.bootstrapAccount)",
      groups: ["system:serviceaccounts", "system:serviceaccounts:\(OCM.operatorNamespace)"])
  }

  /// The agent as it should be installed.
  func installation(mode: String = "Singleton") throws -> AgentInstallation {
    AgentInstallation(
      cluster: Self.cluster, mode: mode, bootstrap: YAML.text(try bootstrapKubeconfig()),
      url: spoke.url)
  }

  /// The name of the first request of the cluster's agent, as soon as there is one.
  func requestName() async throws -> String {
    for await event in hubClient.watch(.certificateSigningRequests, nil)
    where event.object.label(OCM.clusterNameLabel) == Self.cluster {
      return event.object.objectName
    }
    throw CancellationError()
  }

  /// Approves a request as an administrator does.
  func approve(_ name: String) async throws {
    try await hubClient.modify(.certificateSigningRequests, name, subresource: "approval") {
      let now = Value.string(KubernetesTime.seconds())
      $0.set(
        [
          [
            "type": "Approved", "status": "True", "reason": "Test", "message": "",
            "lastUpdateTime": now, "lastTransitionTime": now,
          ]
        ], at: "status", "conditions")
    }
  }

  /// Accepts the cluster as an administrator does.
  func accept(_ accepted: Bool = true) async throws {
    _ = try await hubClient.patch(
      .managedClusters, Self.cluster, nil, merge: ["spec": ["hubAcceptsClient": .bool(accepted)]],
      subresource: nil)
  }

  /// Installs the agent and lets it register; returns the cluster when it is available.
  @discardableResult
  func register(mode: String = "Singleton") async throws -> Value {
    try await installAgent(installation(mode: mode))
    try await approve(requestName())
    try await hubClient.until(.managedClusters, Self.cluster)
    try await accept()
    return try await hubClient.until(.managedClusters, Self.cluster, nil, "available") {
      $0.hasCondition(ClusterConditions.available, .yes)
        && $0.hasCondition(ClusterConditions.joined, .yes)
        && $0.hasCondition(ClusterConditions.clockSynced, .yes)
    }
  }
}

/// Lets a few fleets run at a time: each has many controllers, and machines that test have few cores.
private actor FleetSlots {
  static let shared = FleetSlots()

  private var free = 3
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}

extension ClusterOptions {
  /// Options of a cluster that logs nothing, or to standard error with SANDBOX_TEST_LOG.
  static var quiet: ClusterOptions {
    var options = ClusterOptions()
    options.logger = .quiet
    if ProcessInfo.processInfo.environment["SANDBOX_TEST_LOG"] != nil {
      options.logger = Logger(label: "sandbox") { StreamLogHandler.standardError(label: $0) }
      options.logger.logLevel = .debug
    }
    return options
  }
}
