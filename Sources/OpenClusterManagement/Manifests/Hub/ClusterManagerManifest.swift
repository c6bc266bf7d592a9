import Documents
import KubernetesClient

extension HubManifests {
  /// The ClusterManager, from which the operator makes the hub's components.
  public func clusterManager() -> ManifestObject {
    ManifestObject(
      .clusterManagers, name: Self.clusterManagerName, body: ["spec": specification])
  }

  private var specification: Value {
    let images = options.operatorOptions.images
    var specification: Value = [
      "registrationImagePullSpec": .string(images.image(.registration)),
      "workImagePullSpec": .string(images.image(.work)),
      "placementImagePullSpec": .string(images.image(.placement)),
      "addOnManagerImagePullSpec": .string(images.image(.addOnManager)),
      "deployOption": ["mode": "Default"],
    ]
    if !options.operatorOptions.placement.isEmpty {
      specification["nodePlacement"] = .object(options.operatorOptions.placement.members)
    }
    specification["registrationConfiguration"] = registrationConfiguration
    let others: [(String, FeatureGates.Component)] = [
      ("workConfiguration", .hubWork), ("addOnManagerConfiguration", .hubAddOn),
      ("placementConfiguration", .hubPlacement),
    ]
    for (field, component) in others {
      specification[field] = options.featureGates.document(for: component).map {
        ["featureGates": $0]
      }
    }
    specification["resourceRequirement"] = options.resources.document
    return specification
  }

  private var registrationConfiguration: Value? {
    var configuration = Object()
    if !options.autoApprovedUsers.isEmpty {
      configuration["autoApproveUsers"] = .strings(options.autoApprovedUsers)
    }
    configuration["featureGates"] = options.featureGates.document(for: .hubRegistration)
    return configuration.isEmpty ? nil : .object(configuration)
  }
}
