/// The names that OCM, Kubernetes and mcctl agree on, each with where it is defined.
///
/// "OCM api" is the repository open-cluster-management.io/api, "OCM" is
/// open-cluster-management.io/ocm.
public enum Names {
  /// The domain of mcctl's own labels, annotations, finalizers and conditions.
  public static let domain = "mcctl.dev"

  /// The domain of OCM's own; OCM uses it and everything under it.
  public static let ocmDomain = "open-cluster-management.io"

  /// API groups.
  public enum APIGroup {
    /// ManagedClusters and what chooses among them (OCM api, cluster/v1).
    public static let cluster = "cluster.open-cluster-management.io"
    /// ManifestWorks (OCM api, work/v1).
    public static let work = "work.open-cluster-management.io"
    /// Addons (OCM api, addon/v1alpha1).
    public static let addOn = "addon.open-cluster-management.io"
    /// ClusterManager and Klusterlet (OCM api, operator/v1).
    public static let `operator` = "operator.open-cluster-management.io"
    /// The group of the rights to accept a cluster and to renew its certificate; never served, only
    /// asked for in access reviews (OCM, registration/webhook/v1 and registration/register/csr).
    public static let register = "register.open-cluster-management.io"
    /// ManagedServiceAccounts (managed-serviceaccount, apis/authentication).
    public static let authentication = "authentication.open-cluster-management.io"
    /// ClusterGateways, an aggregated API (cluster-gateway, pkg/apis/cluster).
    public static let clusterGateway = "cluster.core.oam.dev"
  }

  /// Names of ClusterClaims, which an agent reports to its hub.
  public enum ClusterClaim {
    /// Set by a bundle's `leave.sh` before it removes the agent: the silence that follows is meant.
    public static let leaving = "leaving.mcctl.dev"
  }

  /// Names of leases.
  public enum Lease {
    /// The agent's sign of life in the cluster's namespace on the hub (OCM,
    /// registration/hub/lease).
    public static let managedCluster = "managed-cluster-lease"
    /// By which the pods of the agent's operator agree on one that acts (OCM, pkg/cmd/spoke).
    public static let klusterletOperator = "klusterlet-lock"
    /// By which the pods that register a cluster agree on one that acts: of the single agent, and of the
    /// registration agent beside a work agent (OCM, pkg/cmd/spoke).
    public static let registering = ["klusterlet-agent-lock", "registration-agent-lock"]
  }

  /// Signers of certificates.
  public enum Signer {
    /// The signer of client certificates for the API server (Kubernetes, certificates.k8s.io).
    public static let kubeAPIServerClient = "kubernetes.io/kube-apiserver-client"
    /// OCM's own signer for its gRPC driver (OCM api, operator/v1 GRPCAuthSigner).
    public static let grpc = "open-cluster-management.io/grpc"
  }

  /// Keys of `spec.extra` of a CertificateSigningRequest and of a token review.
  public enum UserExtra {
    /// `JTI=` and the id of the ServiceAccount token used (Kubernetes, pkg/serviceaccount/util.go).
    public static let credentialID = "authentication.kubernetes.io/credential-id"
  }
}
