extension Names {
  /// Groups of users.
  public enum Group {
    /// All agents of all clusters (OCM, registration/hub/user ManagedClustersGroup).
    public static let managedClusters = "system:open-cluster-management:managed-clusters"
    /// Whoever has a shared bootstrap token (OCM, deploy/cluster-manager bootstrap bindings).
    public static let bootstrappers = "system:bootstrappers:managedcluster"

    /// The agents of one cluster (OCM, registration/hub/user SubjectPrefix).
    public static func agents(of cluster: String) -> String {
      "system:open-cluster-management:\(cluster)"
    }

    /// The agents of one cluster when they authenticate without certificates, as on AWS (OCM,
    /// manifests/registration).
    public static func agentsWithoutCertificates(of cluster: String) -> String {
      "open-cluster-management:\(cluster)"
    }
  }

  /// Users.
  public enum User {
    /// The agent's user name, the common name of its certificate (OCM, registration/register/csr).
    public static func agent(_ agent: String, of cluster: String) -> String {
      "\(Group.agents(of: cluster)):\(agent)"
    }

    /// The user that a ServiceAccount is (Kubernetes, serviceaccount.MakeUsername).
    public static func serviceAccount(_ name: String, namespace: String) -> String {
      "system:serviceaccount:\(namespace):\(name)"
    }

    /// The user that a bootstrap token is (Kubernetes, bootstraptoken authenticator).
    public static func bootstrapToken(id: String) -> String { "system:bootstrap:\(id)" }
  }

  /// Deployments.
  public enum Deployment {
    /// Those that may register a cluster for a Klusterlet: the agent in one piece, or the
    /// registration agent beside a work agent (OCM, manifests/klusterlet/management).
    public static func registering(klusterlet: String) -> [String] {
      ["\(klusterlet)-agent", "\(klusterlet)-registration-agent"]
    }
  }

  /// ServiceAccounts.
  public enum ServiceAccount {
    /// The agent's operator on a managed cluster (OCM, deploy/klusterlet).
    public static let klusterlet = "klusterlet"
    /// The hub's operator (OCM, deploy/cluster-manager).
    public static let clusterManager = "cluster-manager"
    /// The identity that clusteradm lets every cluster join with (clusteradm, pkg/config).
    public static let bootstrap = "agent-registration-bootstrap"

    /// The identity with which one cluster alone joins.
    public static func join(_ cluster: String) -> String { "mcctl-join-\(cluster)" }
  }

  /// ClusterRoles and the bindings named like them.
  public enum ClusterRole {
    /// The agent's operator (OCM, deploy/klusterlet).
    public static let klusterlet = "klusterlet"
    /// The hub's operator (OCM, deploy/cluster-manager).
    public static let clusterManager = "cluster-manager"
    /// What a joining cluster may do, for all clusters (clusteradm and OCM's chart).
    public static let bootstrap = "open-cluster-management:bootstrap"
    /// Binds `bootstrap` to the ServiceAccount of that name (OCM's chart).
    public static let bootstrapServiceAccountBinding =
      "open-cluster-management:bootstrap:agent-registration"
    /// Binds `bootstrap` to the group of shared bootstrap tokens (OCM's chart).
    public static let bootstrapTokenBinding = "open-cluster-management:bootstrap:managedcluster"
    /// What every registration agent may do in its cluster's namespace (OCM,
    /// manifests/registration).
    public static let registration = "open-cluster-management:managedcluster:registration"
    /// What every work agent may do in its cluster's namespace (OCM, manifests/registration).
    public static let work = "open-cluster-management:managedcluster:work"

    /// What one cluster's agent may do outside its namespace (OCM, manifests/registration).
    public static func managedCluster(_ cluster: String) -> String {
      "open-cluster-management:managedcluster:\(cluster)"
    }

    /// What one cluster may do to join.
    public static func join(_ cluster: String) -> String { "mcctl:join:\(cluster)" }

    /// mcctl's copy of an agent's rights, which keeps the agent alive while its cluster is being
    /// unregistered.
    public static func unregistering(_ cluster: String) -> String { "mcctl:unregister:\(cluster)" }
  }

  /// RoleBindings in a cluster's namespace on the hub (OCM, manifests/registration).
  public enum RoleBinding {
    /// Binds `ClusterRole.registration`.
    public static func registration(_ cluster: String) -> String {
      "open-cluster-management:managedcluster:\(cluster):registration"
    }

    /// Binds `ClusterRole.work`; it has a finalizer until the last work is gone.
    public static func work(_ cluster: String) -> String {
      "open-cluster-management:managedcluster:\(cluster):work"
    }
  }
}
