/// Feature gates of OCM's components, switched by name.
public struct FeatureGates: Sendable, Hashable {
  /// A component that has gates of its own (OCM api, feature/feature.go).
  public enum Component: String, Sendable, Hashable, CaseIterable {
    /// Registration on managed clusters.
    case agentRegistration
    /// Works on managed clusters.
    case agentWork
    /// Registration on the hub.
    case hubRegistration
    /// Works on the hub.
    case hubWork
    /// Addons on the hub.
    case hubAddOn
    /// Placements on the hub.
    case hubPlacement

    /// The gates the component knows, in alphabetical order.
    public var known: [String] {
      switch self {
      case .agentRegistration:
        [
          "AddonManagement", "ClusterClaim", "ClusterProperty", "MultipleHubs",
          "V1beta1CSRAPICompatibility",
        ]
      case .agentWork:
        ["ExecutorValidatingCaches", "RawFeedbackJsonString"]
      case .hubRegistration:
        [
          "ClusterImporter", "ClusterProfile", "DefaultClusterSet", "ManagedClusterAutoApproval",
          "ResourceCleanup", "V1beta1CSRAPICompatibility",
        ]
      case .hubWork:
        [
          "CleanUpCompletedManifestWork", "CloudEventsDrivers", "ManifestWorkReplicaSet",
          "NilExecutorValidating",
        ]
      case .hubAddOn:
        ["AddonManagement"]
      case .hubPlacement:
        ["PlacementDebugServer", "SIGPlacementDecision"]
      }
    }

    /// The components of a managed cluster.
    public static let agent: [Component] = [.agentRegistration, .agentWork]
    /// The components of a hub.
    public static let hub: [Component] = [.hubRegistration, .hubWork, .hubAddOn, .hubPlacement]
  }

  /// Which gates are switched, on or off, by component.
  public private(set) var switches: [Component: [String: Bool]] = [:]

  /// No gate is switched; OCM's defaults hold.
  public init() {}

  /// Reads `Name=true` and `Name=false` for some components.
  public init(
    parsing texts: [String], for components: [Component]
  ) throws(ManifestOptionError) {
    for text in texts {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let isOn = Bool(String(parts[1])) else {
        throw .notAFeatureGate(text)
      }
      let name = String(parts[0])
      let knowing = components.filter { $0.known.contains(name) }
      guard !knowing.isEmpty else {
        throw .unknownFeatureGate(name, known: Set(components.flatMap(\.known)).sorted())
      }
      for component in knowing { set(name, isOn, for: component) }
    }
  }

  /// Switches a gate of a component.
  public mutating func set(_ name: String, _ isOn: Bool, for component: Component) {
    switches[component, default: [:]][name] = isOn
  }
}
