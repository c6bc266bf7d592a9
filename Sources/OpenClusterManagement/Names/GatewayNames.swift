extension Names {
  /// cluster-gateway, by which a hub hands requests on to its clusters.
  public enum ClusterGateway {
    /// Label on the Secret that stands for a cluster: what kind of credential is in it (cluster-gateway, pkg/common).
    public static let credentialType = "cluster.core.oam.dev/cluster-credential-type"
    /// Label on such a Secret: how the cluster is got to (cluster-gateway, pkg/common).
    public static let endpointType = "cluster.core.oam.dev/cluster-endpoint-type"
    /// The credential is a ServiceAccount's token.
    public static let serviceAccountToken = "ServiceAccountToken"
    /// The cluster is got to by its URL.
    public static let direct = "Const"
    /// The cluster is got to through a tunnel that an addon on it keeps open.
    public static let tunnel = "ClusterProxy"
    /// Where such Secrets are when nothing else is configured: by cluster-gateway's own default, and by its addon's.
    public static let secretNamespaces = ["vela-system", "open-cluster-management-credentials"]
    /// mcctl's account on a cluster that is being taken out, in `kube-system`, and the binding of its rights.
    public static let leavingAccount = "mcctl-leaving"

    /// Path on the hub, below which is the API server of a cluster.
    public static func proxyPath(to entry: String) -> String {
      "/apis/\(APIGroup.clusterGateway)/v1alpha1/clustergateways/\(entry)/proxy"
    }

    /// The Secret by which a cluster is still reached when its own has lost its credential together with the agent.
    public static func leavingEntry(of cluster: String) -> String { "\(cluster)--leaving" }
  }
}
