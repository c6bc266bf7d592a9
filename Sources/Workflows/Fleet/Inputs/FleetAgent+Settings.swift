import KubernetesClient
import OpenClusterManagement

extension FleetAgent {
  /// The agent as the file describes it.
  func settings(
    of cluster: String, _ hub: FleetHub, _ inputs: FleetInputs
  ) throws -> AgentSettings {
    var settings = AgentSettings()
    settings.mode = mode ?? settings.mode
    settings.operatorOptions = OperatorOptions(
      images: try imageSource,
      pullCredentials: try imagePullSecret.map {
        Array(try inputs.secret($0, field: "imagePullSecret of \(cluster)").revealed.utf8)
      },
      placement: NodePlacement(
        nodeSelector: nodeSelector,
        tolerations: try tolerations.map(NodePlacement.Toleration.init(parsing:))),
      priorityClassName: priorityClass, logVerbosity: logVerbosity)
    settings.featureGates = try FeatureGates(
      parsing: featureGates, for: FeatureGates.Component.agent)
    if !requests.isEmpty || !limits.isEmpty {
      settings.resources = try .checked(requests: requests, limits: limits)
    }
    settings.certificateSeconds = certificateValidity.map { Int($0.components.seconds) }
    settings.clusterAnnotations = annotations
    settings.hubHostAlias = hub.hostAlias
    settings.hubProxyURL = hub.proxyURL
    settings.hubProxyCABundle = try hub.proxyCAFile.map {
      try inputs.bytes($0, field: "hub.proxyCAFile")
    }
    settings.managedKubeconfig = try kubeconfig.map {
      try inputs.secret($0, field: "agent.kubeconfig of \(cluster)").revealed
    }
    return settings
  }

  private var imageSource: ImageSource {
    get throws {
      var source = ImageSource()
      if let ocmVersion { source.version = try OCMVersion(parsing: ocmVersion) }
      if let imageRegistry {
        source = ImageSource(registry: imageRegistry, version: source.version)
      }
      source.pullPolicy = imagePullPolicy ?? source.pullPolicy
      for (name, reference) in images { source.overrides[try component(name)] = reference }
      for (name, digest) in imageDigests {
        let component = try component(name)
        source.overrides[component] = "\(source.image(component))@\(digest)"
      }
      return source
    }
  }

  private func component(_ name: String) throws -> ImageSource.Component {
    guard let component = ImageSource.Component(rawValue: name) else {
      let known = ImageSource.Component.allCases.map(\.rawValue).joined(separator: ", ")
      throw FleetFailure.unusable(
        "agent.images", reason: "\(name) is no image of OCM; there are \(known)")
    }
    return component
  }
}
