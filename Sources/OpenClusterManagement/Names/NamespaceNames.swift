extension Names {
  /// Namespaces.
  public enum Namespace {
    /// OCM's operators, on the hub and on managed clusters, and the ServiceAccounts with which
    /// clusters join (OCM, deploy/*/config/operator).
    public static let openClusterManagement = "open-cluster-management"
    /// The hub's components (OCM operator, helpers.ClusterManagerDefaultNamespace).
    public static let hub = "open-cluster-management-hub"
    /// The agent and its secrets on a managed cluster (OCM operator,
    /// helpers.KlusterletDefaultNamespace).
    public static let agent = "open-cluster-management-agent"
    /// The agents of addons on a managed cluster (OCM operator, helpers.DefaultAddonNamespace).
    public static let agentAddOn = "open-cluster-management-agent-addon"
    /// Facts a cluster tells everybody, such as `cluster-info` (Kubernetes).
    public static let kubePublic = "kube-public"
    /// Kubernetes' own components; its UID identifies a cluster.
    public static let kubeSystem = "kube-system"

    /// The namespaces that an agent leaves on a managed cluster when its Klusterlet goes badly.
    public static let onManagedCluster = [agentAddOn, agent, openClusterManagement]
  }

  /// Secrets.
  public enum Secret {
    /// The kubeconfig with which an agent asks the hub for its certificate, in the agent's
    /// namespace (OCM operator, helpers.BootstrapHubKubeConfig).
    public static let bootstrapHubKubeconfig = "bootstrap-hub-kubeconfig"
    /// The agent's own certificate and kubeconfig (OCM operator, helpers.HubKubeConfig).
    public static let hubKubeconfig = "hub-kubeconfig-secret"
    /// The managed cluster's kubeconfig for a hosted agent (OCM operator,
    /// helpers.ExternalManagedKubeConfig).
    public static let externalManagedKubeconfig = "external-managed-kubeconfig"
    /// What images are pulled with (OCM operator, helpers.ImagePullSecret).
    public static let imagePullCredentials = "open-cluster-management-image-pull-credentials"
    /// Access to a cluster that is to be imported by itself; a convention of OCM distributions.
    public static let autoImport = "auto-import-secret"
    /// What a created cluster was made from, without credentials, in its namespace on the hub.
    public static let createdCluster = "mcctl-cluster"
    /// Passwords and passphrases of a created cluster's machines and registries, there only when it was asked for, in its
    /// namespace on the hub.
    public static let clusterCredentials = "mcctl-cluster-credentials"

    /// The Secret that carries the join manifests of a Manual import; a convention of OCM
    /// distributions.
    public static func importManifests(of cluster: String) -> String { "\(cluster)-import" }
  }

  /// Keys inside Secrets.
  public enum SecretKey {
    /// A kubeconfig as YAML.
    public static let kubeconfig = "kubeconfig"
    /// The cluster's name, in `hub-kubeconfig-secret` (OCM, registration/register).
    public static let clusterName = "cluster-name"
    /// The agent's id, in `hub-kubeconfig-secret` (OCM, registration/register).
    public static let agentName = "agent-name"
    /// A certificate, PEM.
    public static let certificate = "tls.crt"
    /// A private key, PEM.
    public static let key = "tls.key"
  }

  /// ConfigMaps.
  public enum ConfigMap {
    /// The API server's public address and certificate authorities, in `kube-public` (kubeadm).
    public static let clusterInfo = "cluster-info"
    /// The cluster's certificate authorities, in every namespace (Kubernetes).
    public static let rootCA = "kube-root-ca.crt"
  }
}
