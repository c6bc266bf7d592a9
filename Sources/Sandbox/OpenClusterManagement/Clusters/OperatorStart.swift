import Documents
import Logging

/// What an operator process goes through before its controllers run: its leader election and the
/// first lists of its informers. Until all succeed, nothing of it happens and nothing tells why:
/// there is no definition to list yet, or RBAC does not let its ServiceAccount.
struct OperatorStart: Sendable {
  let environment: ClusterEnvironment
  let client: RestrictedClient
  /// Custom types that must be served.
  let kinds: [Kind]
  /// What RBAC must grant.
  let needs: [AccessAttributes]

  /// Returns when the operator can work; looks again whenever a definition or some RBAC changes.
  func wait(logger: Logger) async throws {
    let privileged = environment.client("kube-controller-manager")
    let (changes, changed) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    changed.yield()
    try await withThrowingTaskGroup(of: Void.self) { group in
      let kinds: [Kind] = [
        .customResourceDefinitions, .clusterRoles, .clusterRoleBindings, .roleBindings, .roles,
      ]
      for kind in kinds {
        group.addTask {
          for await _ in privileged.watch(kind, nil) { changed.yield() }
        }
      }
      group.addTask {
        for await _ in changes {
          guard let obstacle = try await obstacle() else { return }
          logger.info("operator waits: \(obstacle)")
        }
        throw CancellationError()
      }
      // The watches do not end by themselves: the first task to end is the one that looks.
      try await group.next()
      group.cancelAll()
    }
    try Task.checkCancellation()
  }

  private func obstacle() async throws -> String? {
    let catalog = environment.catalog
    for kind in kinds
    where try await catalog.kind(apiVersion: kind.apiVersion, kind: kind.kind) == nil {
      return "no resource type \(kind.groupResource)"
    }
    for attributes in needs where !client.may(attributes) {
      return APIFailure.forbidden(attributes, user: "the operator").message
    }
    return nil
  }

  /// `get`, `list` and `watch` of a type: what an informer needs.
  static func informer(_ kind: Kind) -> [AccessAttributes] {
    ["get", "list", "watch"].map { AccessAttributes($0, kind.group, kind.plural) }
  }

  /// What leader election in the operator's namespace needs.
  static func leaderElection(in namespace: String) -> [AccessAttributes] {
    ["create", "get", "update"].map {
      AccessAttributes($0, "coordination.k8s.io", "leases", namespace: namespace)
    }
  }
}
