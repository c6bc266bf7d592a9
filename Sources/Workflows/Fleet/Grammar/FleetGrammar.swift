import Documents
import OpenClusterManagement

/// The fleet file: which members its objects may have, and of what kind.
enum FleetGrammar {
  /// `apiVersion`.
  static let apiVersion = "\(Names.domain)/v1"
  /// `kind`.
  static let kind = "Fleet"

  /// The whole document.
  static let document: [FileField] = [
    FileField("apiVersion", .choice([apiVersion]), "The version of this format", required: true),
    FileField("kind", .choice([kind]), "The kind of document", required: true),
    FileField(
      "metadata", .object([FileField("name", .text, "What the fleet is called")]),
      "For people and tools"),
    FileField("spec", .object(specification), "The fleet", required: true),
  ]

  private static let specification: [FileField] = [
    FileField("hub", .object(hub), "How agents reach the hub"),
    FileField(
      "defaults", .object(settings), "What holds for every cluster that says nothing else"),
    FileField(
      "clusters",
      .objects(
        [
          FileField(
            "name", .text, "The name on the hub: a DNS label of at most 63 characters",
            required: true)
        ] + settings), "The clusters", required: true),
  ]

  static let hub: [FileField] = [
    FileField("url", .text, "The hub's URL as the clusters reach it"),
    FileField("caFile", .text, "A file with the certificates (PEM) that verify it"),
    FileField("caPin", .text, "The one authority to be trusted: sha256:… of its public key"),
    FileField("allowLoopback", .flag, "Allow a loopback URL"),
    FileField("proxyURL", .text, "The proxy on the agents' way to the hub"),
    FileField("proxyCAFile", .text, "A file with the certificates (PEM) of a proxy that ends TLS"),
    FileField(
      "hostAlias",
      .object([
        FileField("hostname", .text, "The name", required: true),
        FileField("ip", .text, "The address", required: true),
      ]), "A name of the hub that the agents' pods cannot resolve"),
  ]

  /// What can be said about one cluster, or about all.
  static let settings: [FileField] = [
    FileField(
      "mode", .choice(ImportMode.allCases.map(\.rawValue)),
      "auto: mcctl reaches the cluster; manual: a bundle is made for it"),
    FileField("kubeconfig", .secret, "A kubeconfig that leads to the cluster (auto)"),
    FileField("context", .text, "The context of the kubeconfig (auto)"),
    FileField(
      "kubeconfigSecret",
      .object([
        FileField("namespace", .text, "Its namespace on the hub", required: true),
        FileField("name", .text, "Its name", required: true),
      ]), "A Secret on the hub with a kubeconfig that leads to the cluster (auto)"),
    FileField("labels", .textMap, "Labels for the cluster"),
    FileField("annotations", .textMap, "Annotations for the cluster"),
    FileField("clusterset", .text, "The cluster set to put it into"),
    FileField("gates", .texts, "Conditions that must be True before it counts as registered"),
    FileField("addons", .texts, "Addons to enable on it"),
    FileField("url", .text, "The cluster's URL to tell the hub"),
    FileField("caFile", .text, "A file with the certificates (PEM) that verify that URL"),
    FileField("token", .secret, "The credential to join with, where the hub is not asked for one"),
    FileField("tokenTTL", .duration, "How long the credential to join with is valid"),
    FileField("keepCredential", .flag, "Keep that credential when the cluster is registered"),
    FileField("agent", .object(agent), "The agent"),
  ]

  private static let agent: [FileField] = [
    FileField(
      "mode", .choice(AgentMode.allCases.map(\.rawValue)), "How the agent is deployed"),
    FileField("kubeconfig", .secret, "In the hosted modes, a kubeconfig for the agent to use"),
    FileField("ocmVersion", .text, "The release of Open Cluster Management"),
    FileField("imageRegistry", .text, "Registry and path in front of the images' names"),
    FileField("images", .textMap, "Whole references of single images, by their names"),
    FileField("imageDigests", .textMap, "Digests of single images, by their names"),
    FileField("imagePullSecret", .secret, "A .dockerconfigjson to pull images with"),
    FileField(
      "imagePullPolicy", .choice(ImageSource.PullPolicy.allCases.map(\.rawValue)),
      "When the operator's image is pulled anew"),
    FileField("featureGates", .flagMap, "Feature gates of the agent's components"),
    FileField("nodeSelector", .textMap, "Labels of the nodes to run on"),
    FileField("tolerations", .texts, "Taints to put up with: key, key:Effect, key=value:Effect"),
    FileField("priorityClass", .text, "The PriorityClass of the operator's pods"),
    FileField("requests", .textMap, "What containers request, by resource"),
    FileField("limits", .textMap, "What containers are limited to, by resource"),
    FileField("logVerbosity", .number, "How much the operator logs, as klog counts"),
    FileField("certificateValidity", .duration, "How long its certificate is asked for"),
    FileField(
      "annotations", .textMap, "Annotations it reports, agent.open-cluster-management.io/…"),
  ]
}
