/// What the command line says over what the kubeconfig says.
public struct ConnectionOverrides: Sendable, Hashable {
  /// Act as this user (`--as`).
  public var impersonatedUser: String?
  /// Act as a member of these groups (`--as-group`).
  public var impersonatedGroups: [String]
  /// Act as the user with this UID (`--as-uid`).
  public var impersonatedUID: String?
  /// Use this namespace instead of the context's.
  public var namespace: String?

  /// Overrides nothing unless told.
  public init(
    impersonatedUser: String? = nil,
    impersonatedGroups: [String] = [],
    impersonatedUID: String? = nil,
    namespace: String? = nil
  ) {
    self.impersonatedUser = impersonatedUser
    self.impersonatedGroups = impersonatedGroups
    self.impersonatedUID = impersonatedUID
    self.namespace = namespace
  }
}
