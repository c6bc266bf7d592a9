import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

extension GatewayPassage {
  /// The step that makes the way that lasts: an account on the cluster, and an entry of the gateway that uses it.
  func open(for record: ManagedCluster?) -> Step {
    let entry = entryReference
    let changes =
      isOpen
      ? []
      : [
        PlannedChange(
          location: location, object: Self.binding, action: .create,
          note: "cluster-admin, until the agent is gone"),
        PlannedChange(location: location, object: Self.account, action: .create),
        PlannedChange(
          location: context.hubLocation, object: entry, action: .create,
          note: "a token of that account, valid for \(Duration.seconds(validity).spoken)"),
      ]
    return Step(
      id: "passage", title: "keep a way through the gateway to \(name) until its agent is gone",
      location: location, changes: changes,
      needs: changes.flatMap { AccessNeed.needs(of: $0, method: .apply) } + needs,
      dryRun: .skip("a dry run opens no way")
    ) { step in
      guard !isOpen else { return StepResult(.unchanged) }
      let target = Target(record, found.own ?? found.leaving)
      guard target.authorities != nil else {
        throw GatewayRefusal.unverified(name: name, hub: context.hubLocation)
      }
      let token = try await makeAccount(step)
      let secret = entrySecret(entry, token: token.text, expires: token.end, target)
      _ = try await context.hubReconciler(forcesConflicts: true).ensure(secret, writer: step.hub)
      try await change(over: step)
      return StepResult(.done, writes: token.writes + 1)
    }
  }

  /// An earlier run has made it, and it holds.
  private var isOpen: Bool { found.leaving.map(holds) ?? false }

  private var entryReference: ObjectReference {
    let namespace = (found.own ?? found.leaving)?.at("metadata", "namespace")?.string
    return ObjectReference(type: .secrets, namespace: namespace, name: entryName)
  }

  private var needs: [AccessNeed] {
    ["get", "create", "patch", "delete"].map { verb in
      AccessNeed(
        .hub, AccessAttributes(verb, .clusterGateways, subresource: "proxy", name: entryName))
    }
  }

  /// Seconds for which the account's token is asked: until the command has to be done, and a while more.
  private var validity: Int {
    let rest = context.deadline.remaining.map { Int($0.components.seconds) } ?? 86400
    return min(86400, (rest + 59) / 60 * 60 + 3600)
  }

  private struct AccountToken: Sendable {
    let text: String
    let end: Date?
    let writes: Int
  }

  private func makeAccount(_ step: StepContext) async throws -> AccountToken {
    let writer = try step.managedWriter()
    let reconciler = ObjectReconciler(
      reader: managed.reader, location: location, forcesConflicts: true)
    var writes = try await reconciler.ensure(bindingObject, writer: writer) ? 1 : 0
    let bound = try await managed.reader.get(Self.binding.type, Self.binding.name)
    let account = accountObject(ownedBy: bound)
    if try await reconciler.ensure(account, writer: writer) { writes += 1 }
    let answer = try await writer.requestToken(
      serviceAccount: Self.account.name, namespace: Names.Namespace.kubeSystem,
      expirationSeconds: validity)
    return AccountToken(
      text: answer.at("status", "token")?.string ?? "",
      end: Timestamp.date(answer.at("status", "expirationTimestamp")), writes: writes + 1)
  }

  /// Goes the new way from here on, once it leads to the same cluster. A gateway takes a moment to see its Secrets.
  private func change(over step: StepContext) async throws {
    let identity = try await managed.reader.clusterIdentity()
    detour.take()
    var last: KubernetesError?
    for attempt in 0..<60 {
      do {
        let reached = try await managed.reader.clusterIdentity()
        guard reached == identity else {
          throw UnregisterRefusal.otherCluster(
            name: name, evidence: "through \(entryName) the gateway leads to cluster \(reached)",
            cluster: location)
        }
        return
      } catch let error as KubernetesError {
        last = error
        if attempt == 0 { try step.waiting(on: fact(error)) }
        try await Task.sleep(for: .milliseconds(500))
      }
    }
    if let last { throw last }
  }

  private func fact(_ error: KubernetesError) -> BlockingFact {
    BlockingFact(
      goal: "the gateway to take the new way to \(name)", reason: error.reason,
      object: ObjectReference(type: .clusterGateways, name: entryName),
      location: context.hubLocation)
  }
}

// MARK: - Objects

extension GatewayPassage {
  /// Where the gateway's own entry leads.
  fileprivate struct Target: Sendable {
    var address: String?
    /// Base64 of PEM certificates.
    var authorities: String?
    /// Base64 of a proxy's URL.
    var proxy: String?

    /// A ManagedCluster's client configuration goes before what the Secret says, as it does for the gateway.
    init(_ record: ManagedCluster?, _ entry: Value?) {
      let data = entry?["data"]
      proxy = data?["proxy-url"]?.string
      address = data?["endpoint"]?.string
      authorities = (data?["ca.crt"] ?? data?["ca"])?.string
      if let configuration = record?.clientConfigs.first {
        address = Data(configuration.url.utf8).base64EncodedString()
        authorities = configuration.caBundle ?? authorities
      }
    }
  }

  private var bindingObject: DesiredObject {
    let type = Self.binding.type
    var value = skeleton(Self.binding)
    value["roleRef"] = [
      "apiGroup": .string(type.group), "kind": "ClusterRole", "name": "cluster-admin",
    ]
    value["subjects"] = [
      [
        "kind": .string(Self.account.type.kind), "name": .string(Self.account.name),
        "namespace": .string(Names.Namespace.kubeSystem),
      ]
    ]
    return DesiredObject(type: type, value: value)
  }

  private func accountObject(ownedBy binding: Value) -> DesiredObject {
    var value = skeleton(Self.account)
    value.set(.string(Names.Namespace.kubeSystem), at: "metadata", "namespace")
    value.set(
      [
        [
          "apiVersion": .string(Self.binding.type.apiVersion),
          "kind": .string(Self.binding.type.kind), "name": .string(Self.binding.name),
          "uid": binding.at("metadata", "uid") ?? .null,
        ]
      ], at: "metadata", "ownerReferences")
    return DesiredObject(type: Self.account.type, value: value)
  }

  fileprivate func entrySecret(
    _ entry: ObjectReference, token: String, expires: Date?, _ target: Target
  ) -> DesiredObject {
    var value = skeleton(entry)
    value["type"] = "Opaque"
    value.set(entry.namespace.map(Value.string), at: "metadata", "namespace")
    value.set(.string(name), at: "metadata", "labels", Names.Label.clusterName)
    value.set(
      .string(Names.ClusterGateway.serviceAccountToken), at: "metadata", "labels",
      Names.ClusterGateway.credentialType)
    value.set(
      .string(Names.ClusterGateway.direct), at: "metadata", "labels",
      Names.ClusterGateway.endpointType)
    value.set(
      expires.map { .string(Timestamp.text($0)) }, at: "metadata", "annotations",
      Names.Annotation.expires)
    value.set(.string(Data(token.utf8).base64EncodedString()), at: "data", "token")
    value.set(target.address.map(Value.string), at: "data", "endpoint")
    value.set(target.authorities.map(Value.string), at: "data", "ca.crt")
    value.set(target.proxy.map(Value.string), at: "data", "proxy-url")
    return DesiredObject(type: .secrets, value: value)
  }

  private func skeleton(_ object: ObjectReference) -> Value {
    [
      "apiVersion": .string(object.type.apiVersion), "kind": .string(object.type.kind),
      "metadata": [
        "name": .string(object.name),
        "labels": [Names.Label.managedBy: .string(Names.Label.managedByValue)],
      ],
    ]
  }
}
