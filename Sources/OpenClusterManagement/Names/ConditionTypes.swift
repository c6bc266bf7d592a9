extension Names {
  /// Types of conditions.
  public enum ConditionType {
    /// ManagedCluster: the hub took the administrator's acceptance in (OCM api, cluster/v1).
    public static let hubAccepted = "HubAcceptedManagedCluster"
    /// ManagedCluster: the agent has been there with its own certificate; never False again.
    public static let joined = "ManagedClusterJoined"
    /// ManagedCluster: the agent is alive and its API server answers it.
    public static let available = "ManagedClusterConditionAvailable"
    /// ManagedCluster: the clocks of cluster and hub agree; if not, the agent stops reporting.
    public static let clockSynced = "ManagedClusterConditionClockSynced"
    /// ManagedCluster: how the agent's certificate renewal goes.
    public static let certificateRotated = "ClusterCertificateRotated"
    /// ManagedCluster: how far the hub's own cleaning up is (OCM, registration/hub/gc).
    public static let deleting = "Deleting"
    /// ManagedCluster: how an import went; a convention of OCM distributions and OCM's importer.
    public static let importSucceeded = "ManagedClusterImportSucceeded"
    /// ManagedCluster: mcctl's verdict, gates included.
    public static let registered = "mcctl.dev/Registered"

    /// ManagedClusterSet: no cluster is in it.
    public static let clusterSetEmpty = "ClusterSetEmpty"

    /// ManifestWork: everything was applied (OCM api, work/v1).
    public static let workApplied = "Applied"
    /// ManifestWork: everything is there.
    public static let workAvailable = "Available"
    /// ManagedClusterAddOn: its agent works (OCM api, addon).
    public static let addOnAvailable = "Available"

    /// Klusterlet and ClusterManager: the operator made its objects (OCM api, operator/v1).
    public static let operatorApplied = "Applied"
    /// ClusterManager: Deployments are rolling.
    public static let operatorProgressing = "Progressing"
    /// ClusterManager: the registration component does not run as it should.
    public static let hubRegistrationDegraded = "HubRegistrationDegraded"
    /// ClusterManager: the placement component does not run as it should.
    public static let hubPlacementDegraded = "HubPlacementDegraded"
    /// Klusterlet: its Deployments have pods.
    public static let klusterletAvailable = "Available"
    /// Klusterlet: something is wrong between agent and hub.
    public static let hubConnectionDegraded = "HubConnectionDegraded"
    /// Klusterlet: the registration agent does not run as it should.
    public static let registrationDesiredDegraded = "RegistrationDesiredDegraded"
    /// Klusterlet: the work agent does not run as it should.
    public static let workDesiredDegraded = "WorkDesiredDegraded"
    /// Klusterlet and ClusterManager: every feature gate is known.
    public static let validFeatureGates = "ValidFeatureGates"
  }
}
