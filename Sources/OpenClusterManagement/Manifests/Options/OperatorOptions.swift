/// How one of OCM's operators is deployed, on a hub or on a managed cluster.
public struct OperatorOptions: Sendable, Hashable {
  /// Where images come from.
  public var images: ImageSource
  /// The contents of a `.dockerconfigjson` to pull images with; nil when none is needed. A secret.
  public var pullCredentials: [UInt8]?
  /// How many pods the operator has; one works, the others stand by.
  public var replicas: Int
  /// On which nodes the operator, and what it creates, may run.
  public var placement: NodePlacement
  /// The PriorityClass of the operator's pods; nil for the cluster's default.
  public var priorityClassName: String?
  /// How much the operator logs (klog's `-v`); nil for its default, 2.
  public var logVerbosity: Int?

  /// An operator with OCM's own settings, unless told otherwise.
  public init(
    images: ImageSource = ImageSource(), pullCredentials: [UInt8]? = nil, replicas: Int = 1,
    placement: NodePlacement = NodePlacement(), priorityClassName: String? = nil,
    logVerbosity: Int? = nil
  ) {
    self.images = images
    self.pullCredentials = pullCredentials
    self.replicas = replicas
    self.placement = placement
    self.priorityClassName = priorityClassName
    self.logVerbosity = logVerbosity
  }
}
