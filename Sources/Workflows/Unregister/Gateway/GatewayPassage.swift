import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// The way through cluster-gateway to a cluster that is being taken out.
///
/// The gateway's own credential is an addon's as a rule: it goes away with the addons, or with the agent's namespaces,
/// before the agent's operator is gone. So mcctl makes an account of its own on the cluster, has the gateway use that
/// from an entry of its own, and deletes both as the very last thing. Its binding owns the account, so that one
/// request ends both.
struct GatewayPassage: Sendable {
  let name: String
  let context: PlanningContext
  let managed: ClusterAccess
  let detour: Detour
  /// What there is of it before anything is written.
  private(set) var found = Found()
  /// An earlier run has cleaned the cluster; only the way itself is left to be given up.
  private(set) var isOnlyClosed = false

  /// Looks at what there is. Nil when the cluster is not reached through the gateway, or has nothing left there.
  static func prepared(
    _ name: String, _ record: ManagedCluster?, _ context: PlanningContext
  ) async throws -> GatewayPassage? {
    guard let managed = context.clusters.managed, let detour = managed.detour else { return nil }
    var passage = GatewayPassage(name: name, context: context, managed: managed, detour: detour)
    guard record?.annotation(Names.Annotation.agentRemoved) == nil else {
      guard try await passage.secrets.entry(passage.entryName) != nil else { return nil }
      passage.isOnlyClosed = true
      detour.take()
      return passage
    }
    if record == nil, try await passage.secrets.entry(name) == nil { return nil }
    passage.found = try await passage.find()
    return passage
  }

  /// So long before its end an entry counts as ended, seconds.
  static let margin = 600.0

  var secrets: GatewaySecrets { GatewaySecrets(clusterName: name, reader: context.hub) }
  var entryName: String { Names.ClusterGateway.leavingEntry(of: name) }
  var location: ClusterLocation {
    ClusterLocation(side: .managed, name: name, connection: managed.connection)
  }
  static let binding = ObjectReference(
    type: .clusterRoleBindings, name: Names.ClusterGateway.leavingAccount)
  static let account = ObjectReference(
    type: .serviceAccounts, namespace: Names.Namespace.kubeSystem,
    name: Names.ClusterGateway.leavingAccount)

  /// Entries of the gateway.
  struct Found: Sendable {
    /// The Secret of the cluster itself; nil when it is gone already.
    var own: Value?
    /// mcctl's own, made by an earlier run.
    var leaving: Value?
  }

  /// Looks at the hub, and takes the way that an earlier run has made, as long as that holds.
  private func find() async throws -> Found {
    let leaving = try await secrets.entry(entryName)
    if let leaving {
      guard leaving.at("metadata", "labels", Names.Label.clusterName)?.string == name else {
        let entry = ObjectReference(leaving, type: .secrets)
        throw GatewayRefusal.entryTaken(
          name: name, entry: entry ?? ObjectReference(type: .secrets, name: entryName),
          hub: context.hubLocation)
      }
      if holds(leaving) {
        detour.take()
        return Found(own: try await secrets.entry(name), leaving: leaving)
      }
    }
    let own = try await GatewayPresence.entry(of: name, on: context.clusters.hub)
    guard
      own.at("metadata", "labels", Names.ClusterGateway.endpointType)?.string
        != Names.ClusterGateway.tunnel
    else { throw GatewayRefusal.tunnel(name: name, hub: context.hubLocation) }
    return Found(own: own, leaving: leaving)
  }

  /// Whether an entry can be used for some time yet.
  func holds(_ entry: Value) -> Bool {
    let end = Timestamp.date(entry.at("metadata", "annotations", Names.Annotation.expires))
    return end.map { $0.timeIntervalSince(context.now()) > Self.margin } ?? false
  }

  /// The step that gives the way up: nothing on the cluster can be reached after it.
  func close() -> Step {
    let changes = [Self.binding, Self.account].map {
      PlannedChange(location: location, object: $0, action: .delete)
    }
    return Step(
      id: "passage-end", title: "give up the way through the gateway to \(name)",
      location: location, changes: changes, needs: [],
      dryRun: .skip("a dry run opens no way")
    ) { step in
      let writes: Int
      do {
        writes = try await DeletionSteps(reader: managed.reader, location: location)
          .delete([Self.binding], step)
      } catch let error as KubernetesError where error.isEndOfPassage {
        writes = 0
      }
      guard try await isOver(step) else {
        return StepResult(
          .done, message: "\(Self.account) on \(name) has no rights any more, and is still there",
          writes: writes)
      }
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  /// Asks until nobody is let in any more; API servers remember a token for some seconds.
  private func isOver(_ step: StepContext) async throws -> Bool {
    guard step.mode.isPersistent else { return true }
    for _ in 0..<60 {
      do {
        _ = try await managed.reader.clusterIdentity()
      } catch KubernetesError.forbidden {
        // The binding is gone, and the account not yet.
      } catch let error as KubernetesError where error.isEndOfPassage {
        return true
      }
      try await Task.sleep(for: .milliseconds(500))
    }
    return false
  }
}

extension KubernetesError {
  /// What is answered once the account that the gateway used, or its entry, is gone.
  fileprivate var isEndOfPassage: Bool {
    switch self {
    case .unauthorized, .forbidden: true
    case .server(_, let context): context.message?.contains("no such cluster") ?? false
    default: false
    }
  }
}
