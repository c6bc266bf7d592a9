import Documents

/// Who makes a request, as authentication and impersonation settled it.
struct UserInfo: Sendable, Hashable {
  /// User name such as `system:serviceaccount:ns:name`.
  var name: String
  /// Unique id, empty for users without one.
  var uid: String = ""
  /// Groups, `system:authenticated` or `system:unauthenticated` among them.
  var groups: [String] = []
  /// Extra attributes such as `authentication.kubernetes.io/credential-id`.
  var extra: [String: [String]] = [:]
}

/// One write on its way to the storage.
struct AdmissionRequest: Sendable {
  /// What the write does.
  enum Operation: String, Sendable { case create = "CREATE", update = "UPDATE", delete = "DELETE" }

  let operation: Operation
  let kind: Kind
  let namespace: String?
  let name: String
  /// Nil for the object itself, else such as `status`.
  let subresource: String?
  let user: UserInfo
  /// The object as it would be stored; nil on delete.
  let object: Value?
  /// The object as it is stored now; nil on create.
  let old: Value?
  /// Nothing will be stored.
  var isDryRun = false
}

/// A check, or change, that writes go through before they are stored, like a webhook of a real
/// API server. Plugins run in the order in which they were registered.
protocol AdmissionPlugin: Sendable {
  /// Returns the object to store (the request's own when nothing is to change), or throws the
  /// answer for the client. Its result is ignored on delete.
  func admit(_ request: AdmissionRequest) throws(APIFailure) -> Value?
}
