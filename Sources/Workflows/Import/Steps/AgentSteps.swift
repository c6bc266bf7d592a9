import Documents
import KubernetesClient
import OpenClusterManagement

/// The steps on the managed cluster: the operator, and the agent's own objects.
struct AgentSteps: Sendable {
  let request: ImportRequest
  let situation: ImportSituation
  let endpoints: EndpointDecision
  let credential: CredentialDecision
  let reconciler: ObjectReconciler
  /// How long the agent keeps what works that are gone have applied; nil leaves that to OCM.
  let evictionPeriod: String?
  /// The credential that an earlier step minted.
  let minted: Shared<JoinCredentialMint.Minted?>
  /// The UID of the record, which an earlier step may have created.
  let recordUID: Shared<String?>

  /// What stands for the token in a plan, before one is minted.
  private static let tokenToCome = Secret("minted when the plan is carried out")

  /// Removes the agent's kubeconfig of an earlier registration. An agent that another hub still knows
  /// gets itself a new one at once, which it lets go of with the new credential: nothing to wait for.
  func removeStaleKubeconfig() -> Step {
    let secret = ObjectReference(
      type: .secrets, namespace: situation.agent.agentNamespace, name: Names.Secret.hubKubeconfig)
    return DeletionSteps(reader: reconciler.reader, location: reconciler.location).step(
      id: "stale", title: "remove the agent's kubeconfig of an earlier registration", [secret],
      waits: false)
  }

  /// Removes an agent that runs under another name, so that it does not ask under that name with the
  /// new credential; nil when none does.
  func removeFormer() -> Step? {
    guard let klusterlet = situation.agent.klusterlet, let name = situation.formerName(request.name)
    else { return nil }
    let removal = AgentRemoval(
      agent: situation.agent, reader: reconciler.reader, location: reconciler.location,
      forcesFinalizers: false, waits: true, left: Shared([]))
    let deletion = DeletionSteps(reader: reconciler.reader, location: reconciler.location)
    let namespaces = AgentLeftovers(klusterlet: klusterlet).agentNamespaces
    return removal.removeKlusterlet(
      klusterlet, id: "former", title: "remove the agent that runs as \(name)"
    ).followed { context, result in
      if context.mode.isPersistent { try await deletion.awaitGone(namespaces, context) }
      return result
    }
  }

  /// Installs the operator, and waits until the type of its own object is served.
  func installOperator() async throws -> Step {
    let objects = try manifests(token: Self.tokenToCome).operatorObjects().map(desired)
    let definition = ObjectReference(
      type: .customResourceDefinitions, name: ResourceType.klusterlets.qualifiedName)
    let location = reconciler.location
    let reader = reconciler.reader
    return try await Step.ensuring(
      id: "operator", title: "install the agent's operator", objects: objects,
      reconciler: reconciler
    ).followed { context, result in
      guard context.mode.isPersistent, result.writes > 0 else { return result }
      try await DefinitionWait(definition: definition, reader: reader, location: location)
        .run(context)
      return result
    }
  }

  /// Writes the agent's credential and its Klusterlet.
  func installAgent() async throws -> Step {
    let planned = try objects(token: Self.tokenToCome, recordUID: "")
    let changes = try await reconciler.plan(planned)
    let needs = zip(changes, planned).flatMap { AccessNeed.needs(of: $0, method: $1.method) }
    return Step(
      id: "agent", title: "install the agent", location: reconciler.location, changes: changes,
      needs: needs
    ) { context in
      let token = minted.value?.token ?? Self.tokenToCome
      let objects = try objects(
        token: token, recordUID: recordUID.value ?? situation.record?.uid ?? "")
      if context.mode.isPersistent { try await checkTaken() }
      return try await context.ensure(objects, reconciler)
    }
  }

  /// Somebody else may have imported the cluster since it was looked at; an agent is not taken away from another name.
  private func checkTaken() async throws {
    let name = AgentNames(clusterName: request.name, mode: request.agent.mode).klusterlet
    guard
      let other = try await reconciler.reader.present(
        ObjectReference(type: .klusterlets, name: name)
      ).flatMap({ Klusterlet($0).clusterName }), !other.isEmpty, other != request.name
    else { return }
    throw ImportRefusal.importedUnderOtherName(
      other: other, wanted: request.name, cluster: reconciler.location)
  }

  /// Restarts an agent that runs with an earlier credential; nil when none does.
  func restart() async throws -> Step? {
    guard let klusterlet = situation.agent.klusterlet else { return nil }
    return try await AgentRestart(
      klusterlet: klusterlet.name, namespace: klusterlet.agentNamespace,
      reader: reconciler.reader, location: reconciler.location
    ).step(rewrites: credential.needsCredential)
  }

  /// The agent's objects; without the bootstrap Secret when the agent needs no new credential.
  private func objects(token: Secret, recordUID: String) throws -> [DesiredObject] {
    let manifests = try manifests(token: token, registration: recordUID)
    return manifests.agentObjects().compactMap { object in
      guard object.name == Names.Secret.bootstrapHubKubeconfig else { return desired(object) }
      guard credential.needsCredential else { return nil }
      var secret = object.value
      if !recordUID.isEmpty {
        secret.set(
          .string(recordUID), at: "metadata", "annotations", Names.Annotation.registration)
      }
      return DesiredObject(type: object.type, value: secret, exactPaths: [["data"]])
    }
  }

  /// An agent registers anew when the name of its hub has changed (``JoinKubeconfig``); a rejoin makes it
  /// do so whatever certificate it has.
  private func manifests(token: Secret, registration: String = "") throws -> AgentManifests {
    let attempt = request.rejoins ? minted.value?.identifier.map { "-\($0.prefix(8))" } ?? "" : ""
    let bootstrap = request.agent.bootstrap(
      endpoints.hub, token, registration: registration.isEmpty ? nil : registration + attempt)
    var options = request.agent.options(
      clusterName: request.name, bootstrap: bootstrap, clusterURL: endpoints.cluster.url,
      identities: situation.identities)
    options.workEvictionGracePeriod = evictionPeriod
    return try AgentManifests(options)
  }

  private func desired(_ object: ManifestObject) -> DesiredObject {
    DesiredObject(type: object.type, value: object.value)
  }
}
