public import Documents

/// Who the server takes the caller for.
public struct UserInfo: Sendable, Hashable {
  /// The user's name.
  public let username: String
  /// The user's UID; empty where the authenticator has none.
  public let uid: String
  /// The groups the user is in.
  public let groups: [String]
  /// What else the authenticator says, such as `authentication.kubernetes.io/credential-id`.
  public let extra: [String: [String]]

  /// Reads `status.userInfo` of a SelfSubjectReview; nil when there is no user name in it.
  public init?(_ userInfo: Value) {
    guard let username = userInfo["username"]?.string else { return nil }
    self.username = username
    uid = userInfo["uid"]?.string ?? ""
    groups = userInfo["groups"]?.strings ?? []
    var extra: [String: [String]] = [:]
    for (key, value) in userInfo["extra"]?.object ?? Object() {
      extra[key] = value.strings ?? []
    }
    self.extra = extra
  }
}
