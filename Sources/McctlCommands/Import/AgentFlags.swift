public import ArgumentParser
import OpenClusterManagement
import Workflows

extension AgentMode: ExpressibleByArgument {}

/// What the agent is like.
struct AgentFlags: ParsableArguments {
  @Option(help: ArgumentHelp("How the agent is deployed.", valueName: "mode"))
  var agentMode = AgentMode.singleton

  @Option(
    help: ArgumentHelp(
      "In the hosted modes, a kubeconfig of the managed cluster for the agent.",
      valueName: "file"),
    completion: .file())
  var agentKubeconfig: String?

  @Option(
    help: ArgumentHelp(
      "How long the agent's certificate is asked for, 1h or more (default: as the hub decides).",
      valueName: "duration"))
  var certificateValidity: DurationArgument?

  @Option(
    name: .customLong("agent-annotation"),
    help: ArgumentHelp(
      "An annotation the agent reports, agent.open-cluster-management.io/…; may be repeated.",
      valueName: "key=value"))
  var agentAnnotations: [KeyValueArgument] = []

  mutating func validate() throws {
    if agentMode.isHosted, agentKubeconfig == nil {
      throw ValidationError("--agent-mode \(agentMode.rawValue) needs --agent-kubeconfig")
    }
    if let certificateValidity, certificateValidity.duration < .seconds(3600) {
      throw ValidationError("--certificate-validity has to be 1h or more")
    }
    let domain = "agent.open-cluster-management.io/"
    for annotation in agentAnnotations where !annotation.key.hasPrefix(domain) {
      throw ValidationError("--agent-annotation \(annotation.key): OCM only takes \(domain)…")
    }
  }

  /// The agent as these flags and those for components describe it.
  func settings(
    _ components: ComponentOptions, _ address: HubAddressOptions
  ) throws -> AgentSettings {
    var settings = AgentSettings()
    settings.mode = agentMode
    settings.operatorOptions = try components.operatorOptions(
      replicas: 1, pullCredentials: try components.pullCredentials())
    settings.featureGates = try components.featureGates(for: FeatureGates.Component.agent)
    settings.resources = try components.resources
    settings.certificateSeconds = certificateValidity.map { Int($0.duration.components.seconds) }
    settings.clusterAnnotations = agentAnnotations.dictionary
    settings.hubHostAlias = address.hostAlias
    settings.hubProxyURL = address.hubProxy
    settings.hubProxyCABundle = try address.hubProxyCaFile.map {
      try InputFile.read($0, flag: "--hub-proxy-ca-file")
    }
    settings.managedKubeconfig = try agentKubeconfig.map {
      String(decoding: try InputFile.read($0, flag: "--agent-kubeconfig"), as: UTF8.self)
    }
    return settings
  }
}
