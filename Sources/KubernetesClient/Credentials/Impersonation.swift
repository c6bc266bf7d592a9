/// Acting as someone else, as the `Impersonate-*` headers ask.
public struct Impersonation: Sendable, Hashable {
  /// The user to act as.
  public var user: String
  /// That user's UID, if it matters.
  public var uid: String?
  /// The groups to act as a member of.
  public var groups: [String]
  /// Further attributes of the user: key and values.
  public var extra: [String: [String]]

  /// Acts as a user.
  public init(
    user: String, uid: String? = nil, groups: [String] = [], extra: [String: [String]] = [:]
  ) {
    self.user = user
    self.uid = uid
    self.groups = groups
    self.extra = extra
  }
}
