import OpenClusterManagement

/// The fleet file: which members its objects may have, and of what kind.
enum FleetGrammar {
  /// `apiVersion`.
  static let apiVersion = "\(Names.domain)/v1"
  /// `kind`.
  static let kind = "Fleet"

  /// The whole document.
  static let document: [FleetField] = [
    FleetField("apiVersion", .choice([apiVersion]), "The version of this format", required: true),
    FleetField("kind", .choice([kind]), "The kind of document", required: true),
    FleetField(
      "metadata", .object([FleetField("name", .text, "What the fleet is called")]),
      "For people and tools"),
    FleetField("spec", .object(specification), "The fleet", required: true),
  ]

  private static let specification: [FleetField] = [
    FleetField("hub", .object(hub), "How agents reach the hub"),
    FleetField(
      "defaults", .object(settings), "What holds for every cluster that says nothing else"),
    FleetField(
      "clusters",
      .objects(
        [
          FleetField(
            "name", .text, "The name on the hub: a DNS label of at most 63 characters",
            required: true)
        ] + settings), "The clusters", required: true),
  ]

  private static let hub: [FleetField] = [
    FleetField("url", .text, "The hub's URL as the clusters reach it"),
    FleetField("caFile", .text, "A file with the certificates (PEM) that verify it"),
    FleetField("caPin", .text, "The one authority to be trusted: sha256:… of its public key"),
    FleetField("allowLoopback", .flag, "Allow a loopback URL"),
    FleetField("proxyURL", .text, "The proxy on the agents' way to the hub"),
    FleetField("proxyCAFile", .text, "A file with the certificates (PEM) of a proxy that ends TLS"),
    FleetField(
      "hostAlias",
      .object([
        FleetField("hostname", .text, "The name", required: true),
        FleetField("ip", .text, "The address", required: true),
      ]), "A name of the hub that the agents' pods cannot resolve"),
  ]

  /// What can be said about one cluster, or about all.
  static let settings: [FleetField] = [
    FleetField(
      "mode", .choice(ImportMode.allCases.map(\.rawValue)),
      "auto: mcctl reaches the cluster; manual: a bundle is made for it"),
    FleetField("kubeconfig", .secret, "A kubeconfig that leads to the cluster (auto)"),
    FleetField("context", .text, "The context of the kubeconfig (auto)"),
    FleetField(
      "kubeconfigSecret",
      .object([
        FleetField("namespace", .text, "Its namespace on the hub", required: true),
        FleetField("name", .text, "Its name", required: true),
      ]), "A Secret on the hub with a kubeconfig that leads to the cluster (auto)"),
    FleetField("labels", .textMap, "Labels for the cluster"),
    FleetField("annotations", .textMap, "Annotations for the cluster"),
    FleetField("clusterset", .text, "The cluster set to put it into"),
    FleetField("gates", .texts, "Conditions that must be True before it counts as registered"),
    FleetField("addons", .texts, "Addons to enable on it"),
    FleetField("url", .text, "The cluster's URL to tell the hub"),
    FleetField("caFile", .text, "A file with the certificates (PEM) that verify that URL"),
    FleetField("token", .secret, "The credential to join with, where the hub is not asked for one"),
    FleetField("tokenTTL", .duration, "How long the credential to join with is valid"),
    FleetField("keepCredential", .flag, "Keep that credential when the cluster is registered"),
    FleetField("agent", .object(agent), "The agent"),
  ]

  private static let agent: [FleetField] = [
    FleetField(
      "mode", .choice(AgentMode.allCases.map(\.rawValue)), "How the agent is deployed"),
    FleetField("kubeconfig", .secret, "In the hosted modes, a kubeconfig for the agent to use"),
    FleetField("ocmVersion", .text, "The release of Open Cluster Management"),
    FleetField("imageRegistry", .text, "Registry and path in front of the images' names"),
    FleetField("images", .textMap, "Whole references of single images, by their names"),
    FleetField("imageDigests", .textMap, "Digests of single images, by their names"),
    FleetField("imagePullSecret", .secret, "A .dockerconfigjson to pull images with"),
    FleetField(
      "imagePullPolicy", .choice(ImageSource.PullPolicy.allCases.map(\.rawValue)),
      "When the operator's image is pulled anew"),
    FleetField("featureGates", .flagMap, "Feature gates of the agent's components"),
    FleetField("nodeSelector", .textMap, "Labels of the nodes to run on"),
    FleetField("tolerations", .texts, "Taints to put up with: key, key:Effect, key=value:Effect"),
    FleetField("priorityClass", .text, "The PriorityClass of the operator's pods"),
    FleetField("requests", .textMap, "What containers request, by resource"),
    FleetField("limits", .textMap, "What containers are limited to, by resource"),
    FleetField("logVerbosity", .number, "How much the operator logs, as klog counts"),
    FleetField("certificateValidity", .duration, "How long its certificate is asked for"),
    FleetField(
      "annotations", .textMap, "Annotations it reports, agent.open-cluster-management.io/…"),
  ]
}
