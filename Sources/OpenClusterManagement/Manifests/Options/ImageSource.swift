/// Where OCM's images come from.
public struct ImageSource: Sendable, Hashable {
  /// OCM's images by their names in the registry.
  public enum Component: String, Sendable, Hashable, CaseIterable {
    /// Both operators, and the agent in the singleton modes.
    case registrationOperator = "registration-operator"
    /// Registration, on hub and managed cluster.
    case registration
    /// Works, on hub and managed cluster.
    case work
    /// Placements, on the hub.
    case placement
    /// Addons, on the hub.
    case addOnManager = "addon-manager"
  }

  /// When nodes pull an image anew.
  public enum PullPolicy: String, Sendable, Hashable, CaseIterable {
    /// Each time a container starts.
    case always = "Always"
    /// When the node has none of that tag.
    case ifNotPresent = "IfNotPresent"
    /// Never; the node must have it.
    case never = "Never"
  }

  /// Registry and path in front of the image names, without a slash at the end.
  public var registry: String
  /// The release; its tag is used.
  public var version: OCMVersion
  /// When the operator's image is pulled anew. The operator decides for what it creates itself.
  public var pullPolicy: PullPolicy
  /// Whole references that take the place of the composed ones, for example with digests.
  public var overrides: [Component: String]

  /// The registry OCM publishes to.
  public static let publicRegistry = "quay.io/open-cluster-management"

  /// Images of a release, from OCM's own registry unless told otherwise.
  public init(
    registry: String = ImageSource.publicRegistry, version: OCMVersion = .standard,
    pullPolicy: PullPolicy = .ifNotPresent, overrides: [Component: String] = [:]
  ) {
    var registry = registry
    while registry.hasSuffix("/") { registry.removeLast() }
    self.registry = registry
    self.version = version
    self.pullPolicy = pullPolicy
    self.overrides = overrides
  }

  /// The reference of one image.
  public func image(_ component: Component) -> String {
    overrides[component] ?? "\(registry)/\(component.rawValue):\(version.imageTag)"
  }

  /// The images that a managed cluster pulls for a mode, each once.
  public func agentImages(for mode: AgentMode) -> [String] {
    let components: [Component] =
      mode.isSingleton ? [.registrationOperator] : [.registrationOperator, .registration, .work]
    return components.map(image)
  }

  /// The images that a hub pulls.
  public var hubImages: [String] { Component.allCases.map(image) }
}
