import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Makes the credential with which one cluster alone joins, with its narrow rights: a ServiceAccount and
/// a token of it, or a bootstrap token. Which token was minted last, and until when it is valid, is noted
/// on the object that stands for it.
struct JoinCredentialMint: Sendable {
  let credential: JoinCredential
  let kind: JoinCredentialKind
  /// Leave the credential when the cluster is registered; noted, so that whoever sees that knows.
  let isKept: Bool
  /// The hub, for trying whether it takes a bootstrap token; nil tries nothing.
  let hub: ClusterAccess?
  let reconciler: ObjectReconciler
  /// Seconds of validity to ask for.
  let validity: Int
  /// Made once, so that what is planned is what is done.
  private let bootstrapToken: BootstrapToken

  /// The least a TokenRequest may ask for, seconds (Kubernetes, authentication validation).
  private static let leastValidity = 600
  /// So many tokens before the newest are remembered: of a bundle made again any may be in use.
  private static let remembered = 9

  init(
    cluster: String, validity: Duration, kind: JoinCredentialKind = .serviceAccount,
    isKept: Bool = false, hub: ClusterAccess? = nil, reconciler: ObjectReconciler
  ) {
    credential = JoinCredential(clusterName: cluster)
    self.validity = max(Self.leastValidity, Int(validity.components.seconds))
    self.kind = kind
    self.isKept = isKept
    self.hub = hub
    self.reconciler = reconciler
    bootstrapToken = BootstrapToken(clusterName: cluster)
  }

  /// A minted token.
  struct Minted: Sendable {
    let token: Secret
    /// The token's id: of a ServiceAccount token when it is a JSON Web Token, or the bootstrap token's.
    let identifier: String?
    let expires: Date?
    /// The user that the hub sees.
    let username: String
    /// What a request made with it has to be like.
    let expectation: RegistrationExpectation
  }

  /// The step that makes the credential.
  func step(id: String, title: String, into minted: Shared<Minted?>) async throws -> Step {
    switch kind {
    case .serviceAccount: try await accountStep(id: id, title: title, into: minted)
    case .bootstrapToken: try await bootstrapStep(id: id, title: title, into: minted)
    }
  }

  private var keeping: (String, Value)? {
    isKept ? (Names.Annotation.keepCredential, .string("true")) : nil
  }
}

// MARK: - ServiceAccount

extension JoinCredentialMint {
  private var objects: [DesiredObject] {
    credential.objects().map { DesiredObject(type: $0.type, value: $0.value) }
  }

  private func accountStep(
    id: String, title: String, into minted: Shared<Minted?>
  ) async throws -> Step {
    let token = AccessAttributes(
      "create", .serviceAccounts, subresource: "token", namespace: credential.namespace,
      name: credential.serviceAccount)
    let note = AccessAttributes(
      "patch", .serviceAccounts, namespace: credential.namespace, name: credential.serviceAccount)
    let planned = try await reconciler.plan(objects)
    let mark = PlannedChange(
      location: reconciler.location, object: account, action: .update,
      note: "a new token, valid for \(Duration.seconds(validity).spoken)")
    let needs = zip(planned, objects).flatMap { AccessNeed.needs(of: $0, method: $1.method) }
    return Step(
      id: id, title: title, location: reconciler.location, changes: planned + [mark],
      needs: needs + [AccessNeed(.hub, token), AccessNeed(.hub, note)]
    ) { context in
      let result = try await context.ensure(objects, reconciler)
      guard context.mode.isPersistent else { return result }
      minted.set(try await Convergence.run { try await mint(context.hub) })
      return StepResult(.done, writes: result.writes + 2)
    }
  }

  private var account: ObjectReference {
    ObjectReference(
      type: .serviceAccounts, namespace: credential.namespace, name: credential.serviceAccount)
  }

  private func mint(_ hub: APIWriter) async throws -> Minted {
    let present = try await hub.reader.getIfPresent(
      .serviceAccounts, credential.serviceAccount, namespace: credential.namespace)
    let answer = try await hub.requestToken(
      serviceAccount: credential.serviceAccount, namespace: credential.namespace,
      expirationSeconds: validity)
    let token = answer.at("status", "token")?.string ?? ""
    let claims = BearerTokenClaims(token: token)
    let expires = Timestamp.date(answer.at("status", "expirationTimestamp"))
    _ = try await hub.patch(
      .serviceAccounts, credential.serviceAccount, namespace: credential.namespace,
      .merge(note(identifier: claims?.identifier, expires: expires, present)))
    return Minted(
      token: Secret(token), identifier: claims?.identifier, expires: expires,
      username: credential.username,
      expectation: .afterMinting(token: token, clusterName: credential.clusterName))
  }

  private func note(identifier: String?, expires: Date?, _ present: Value?) -> Value {
    let former = present?.at("metadata", "annotations", Names.Annotation.tokenIdentifier)?.string
    let earlier = ([former].compactMap(\.self) + (present?.earlierTokens ?? []))
      .prefix(Self.remembered)
    var note: Value = .null
    func set(_ key: String, _ value: Value?) {
      note.set(value ?? .null, at: "metadata", "annotations", key)
    }
    set(Names.Annotation.tokenIdentifier, identifier.map(Value.string))
    set(
      Names.Annotation.earlierTokens,
      earlier.isEmpty ? nil : .string(earlier.joined(separator: ",")))
    set(Names.Annotation.expires, expires.map { .string(Timestamp.text($0)) })
    set(Names.Annotation.keepCredential, keeping?.1)
    return note
  }
}

// MARK: - Bootstrap token

extension JoinCredentialMint {
  private func bootstrapStep(
    id: String, title: String, into minted: Shared<Minted?>
  ) async throws -> Step {
    let planned = try await reconciler.plan(bootstrapObjects(expires: .distantFuture))
    let shown = planned.map { change in
      guard change.object.type == .secrets else { return change }
      return PlannedChange(
        location: change.location, object: Self.secretToCome, action: .create,
        note: "a new bootstrap token, valid for \(Duration.seconds(validity).spoken)")
    }
    let needs = shown.flatMap { AccessNeed.needs(of: $0, method: .apply) }
    return Step(
      id: id, title: title, location: reconciler.location, changes: shown, needs: needs
    ) { context in
      let expires = Date().addingTimeInterval(TimeInterval(validity))
      let objects = bootstrapObjects(expires: expires)
      let result = try await context.ensure(objects, reconciler)
      guard context.mode.isPersistent else { return result }
      if let hub, try await !BootstrapTokenTrial(hub: hub).isTaken(bootstrapToken.token) {
        _ = try await DeletionSteps(reader: reconciler.reader, location: reconciler.location)
          .delete(objects.reversed().map(\.reference), context)
        throw BootstrapTokensOff(hub: reconciler.location)
      }
      minted.set(mintedBootstrapToken(expires: expires))
      return result
    }
  }

  private static let secretToCome = ObjectReference(
    type: .secrets, namespace: Names.Namespace.kubeSystem,
    name: "<\(BootstrapToken.secretPrefix)…>")

  private func bootstrapObjects(expires: Date) -> [DesiredObject] {
    bootstrapToken.objects(expires: expires).map { object in
      var value = object.value
      if object.type == .secrets, let keeping {
        value.set(keeping.1, at: "metadata", "annotations", keeping.0)
      }
      return DesiredObject(type: object.type, value: value)
    }
  }

  private func mintedBootstrapToken(expires: Date) -> Minted {
    Minted(
      token: bootstrapToken.token, identifier: bootstrapToken.id, expires: expires,
      username: bootstrapToken.username,
      expectation: RegistrationExpectation(
        clusterName: credential.clusterName, requesters: [.bootstrapToken(id: bootstrapToken.id)]))
  }
}
