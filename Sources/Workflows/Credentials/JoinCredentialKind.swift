/// What a cluster joins with.
public enum JoinCredentialKind: String, Sendable, Hashable, CaseIterable {
  /// A short-lived token of a ServiceAccount that is the cluster's alone; works on every hub.
  case serviceAccount = "service-account"
  /// A bootstrap token that is the cluster's alone, for hubs whose API server takes those.
  case bootstrapToken = "bootstrap-token"
}
