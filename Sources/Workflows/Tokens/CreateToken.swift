import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Makes a credential with which one cluster alone can join.
public struct CreateToken: Workflow {
  /// The command's word.
  public let operation = "token create"
  /// What is made.
  public let request: CreateTokenRequest

  /// What the operation is about.
  public var subject: String? { request.cluster }

  /// Prepares the operation.
  public init(_ request: CreateTokenRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<CreateTokenReport> {
    try ClusterName.validate(request.cluster)
    // Reading the record first tells whether this is a hub at all.
    let record = try await context.cluster(request.cluster)
    let mint = JoinCredentialMint(
      cluster: request.cluster, validity: request.validity, kind: request.kind,
      hub: context.clusters.hub, reconciler: context.hubReconciler())
    let minted = Shared<JoinCredentialMint.Minted?>(nil)
    let step = try await mint.step(
      id: "credential", title: "make a credential for \(request.cluster)", into: minted)
    let isJoined = record?.condition(Names.ConditionType.joined)?.isTrue ?? false
    let warnings = isJoined ? ["\(request.cluster) has joined already"] : []
    let (cluster, server) = (request.cluster, context.clusters.hub.server)
    let (user, kind) = (mint.credential.username, request.kind)
    return Plan(operation: operation, subject: subject, warnings: warnings, steps: [step]) { _ in
      CreateTokenReport(
        cluster: cluster, kind: kind, user: minted.value?.username ?? user,
        token: minted.value?.token.revealed ?? "",
        expires: minted.value?.expires, hubURL: server)
    }
  }
}
