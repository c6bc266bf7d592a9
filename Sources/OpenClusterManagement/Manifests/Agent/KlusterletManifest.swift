import Documents
import KubernetesClient

extension AgentManifests {
  /// The Klusterlet, from which the operator makes the agent.
  public func klusterlet() -> ManifestObject {
    var annotations: [(String, String)] = []
    if let identity = options.clusterIdentity {
      annotations.append((Names.Annotation.clusterIdentity, identity))
    }
    if let identity = options.hubIdentity {
      annotations.append((Names.Annotation.hubIdentity, identity))
    }
    return ManifestObject(
      .klusterlets, name: names.klusterlet, annotations: annotations,
      body: ["spec": specification])
  }

  private var specification: Value {
    let images = options.operatorOptions.images
    var specification: Value = [
      "clusterName": .string(options.clusterName),
      "deployOption": ["mode": .string(options.mode.rawValue)],
      "namespace": .string(names.managedNamespace),
      "imagePullSpec": .string(images.image(.registrationOperator)),
      "registrationImagePullSpec": .string(images.image(.registration)),
      "workImagePullSpec": .string(images.image(.work)),
    ]
    if let url = options.clusterURL {
      specification["externalServerURLs"] = [["url": .string(url)]]
    }
    if let alias = options.hubHostAlias {
      specification["hubApiServerHostAlias"] = [
        "hostname": .string(alias.hostname), "ip": .string(alias.ip),
      ]
    }
    if !options.operatorOptions.placement.isEmpty {
      specification["nodePlacement"] = .object(options.operatorOptions.placement.members)
    }
    specification["priorityClassName"] = options.operatorOptions.priorityClassName.map(Value.string)
    specification["registrationConfiguration"] = registrationConfiguration
    specification["workConfiguration"] = workConfiguration
    specification["resourceRequirement"] = options.resources.document
    return specification
  }

  private var workConfiguration: Value? {
    var configuration = Object()
    configuration["appliedManifestWorkEvictionGracePeriod"] =
      options.workEvictionGracePeriod.map(Value.string)
    configuration["featureGates"] = options.featureGates.document(for: .agentWork)
    return configuration.isEmpty ? nil : .object(configuration)
  }

  private var registrationConfiguration: Value? {
    var configuration = Object()
    configuration["clientCertExpirationSeconds"] = options.certificateSeconds.map(Value.integer)
    if !options.clusterAnnotations.isEmpty {
      configuration["clusterAnnotations"] = .strings(
        options.clusterAnnotations.sorted { $0.key < $1.key }.map { ($0, $1) })
    }
    configuration["featureGates"] = options.featureGates.document(for: .agentRegistration)
    return configuration.isEmpty ? nil : .object(configuration)
  }
}
