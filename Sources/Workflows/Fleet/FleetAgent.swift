import Documents
public import OpenClusterManagement

/// What the fleet file says about a cluster's agent; nil is what it does not say.
public struct FleetAgent: Sendable, Hashable {
  /// How the agent is deployed.
  public let mode: AgentMode?
  /// In the hosted modes, a kubeconfig for the agent to use.
  public let kubeconfig: FleetSecret?
  /// The release of Open Cluster Management.
  public let ocmVersion: String?
  /// Registry and path in front of the images' names.
  public let imageRegistry: String?
  /// Whole references of single images, by their names.
  public let images: [String: String]
  /// Digests of single images, by their names.
  public let imageDigests: [String: String]
  /// A `.dockerconfigjson` to pull images with.
  public let imagePullSecret: FleetSecret?
  /// When the operator's image is pulled anew.
  public let imagePullPolicy: ImageSource.PullPolicy?
  /// Feature gates, as `Name=true`, in the order of the file.
  public let featureGates: [String]
  /// Labels of the nodes to run on.
  public let nodeSelector: [String: String]
  /// Taints to put up with.
  public let tolerations: [String]
  /// The PriorityClass of the operator's pods.
  public let priorityClass: String?
  /// What containers request, by resource.
  public let requests: [String: String]
  /// What containers are limited to, by resource.
  public let limits: [String: String]
  /// How much the operator logs.
  public let logVerbosity: Int?
  /// How long its certificate is asked for.
  public let certificateValidity: Duration?
  /// Annotations it reports.
  public let annotations: [String: String]

  init(_ value: Value) {
    mode = value["mode"]?.string.flatMap(AgentMode.init(rawValue:))
    kubeconfig = value["kubeconfig"].flatMap(FleetSecret.init)
    ocmVersion = value["ocmVersion"]?.string
    imageRegistry = value["imageRegistry"]?.string
    images = value["images"].texts
    imageDigests = value["imageDigests"].texts
    imagePullSecret = value["imagePullSecret"].flatMap(FleetSecret.init)
    imagePullPolicy = value["imagePullPolicy"]?.string.flatMap(
      ImageSource.PullPolicy.init(rawValue:))
    featureGates = (value["featureGates"]?.object ?? Object()).compactMap { name, value in
      value.bool.map { "\(name)=\($0)" }
    }
    nodeSelector = value["nodeSelector"].texts
    tolerations = value["tolerations"]?.array?.compactMap(\.string) ?? []
    priorityClass = value["priorityClass"]?.string
    requests = value["requests"].texts
    limits = value["limits"].texts
    logVerbosity = value["logVerbosity"]?.int
    certificateValidity = value["certificateValidity"]?.string.flatMap(Duration.init(spoken:))
    annotations = value["annotations"].texts
  }
}
