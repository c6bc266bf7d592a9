import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Makes the credential with which one cluster alone joins: a ServiceAccount, its narrow rights, and a
/// token. Which token was minted last, and until when it is valid, is noted on the account.
struct JoinCredentialMint: Sendable {
  let credential: JoinCredential
  let reconciler: ObjectReconciler
  /// Seconds of validity to ask for.
  let validity: Int

  /// The least a TokenRequest may ask for, seconds (Kubernetes, authentication validation).
  private static let leastValidity = 600

  init(cluster: String, validity: Duration, reconciler: ObjectReconciler) {
    credential = JoinCredential(clusterName: cluster)
    self.validity = max(Self.leastValidity, Int(validity.components.seconds))
    self.reconciler = reconciler
  }

  /// A minted token.
  struct Minted: Sendable {
    let token: Secret
    /// The token's id, when it is a JSON Web Token.
    let identifier: String?
    let expires: Date?
  }

  private var objects: [DesiredObject] {
    credential.objects().map { DesiredObject(type: $0.type, value: $0.value) }
  }

  /// The step that makes the account and mints a token.
  func step(id: String, title: String, into minted: Shared<Minted?>) async throws -> Step {
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
    let answer = try await hub.requestToken(
      serviceAccount: credential.serviceAccount, namespace: credential.namespace,
      expirationSeconds: validity)
    let token = answer.at("status", "token")?.string ?? ""
    let claims = BearerTokenClaims(token: token)
    let expires = Timestamp.date(answer.at("status", "expirationTimestamp"))
    var note: Value = .null
    note.set(
      claims?.identifier.map(Value.string) ?? .null,
      at: "metadata", "annotations", Names.Annotation.tokenIdentifier)
    note.set(
      expires.map { .string(Timestamp.text($0)) } ?? .null,
      at: "metadata", "annotations", Names.Annotation.expires)
    _ = try await hub.patch(
      .serviceAccounts, credential.serviceAccount, namespace: credential.namespace, .merge(note))
    return Minted(token: Secret(token), identifier: claims?.identifier, expires: expires)
  }
}
