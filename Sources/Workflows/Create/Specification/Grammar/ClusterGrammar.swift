import Documents
import OpenClusterManagement

/// The file that describes a cluster to be created: which members its objects may have, and of what kind.
enum ClusterGrammar {
  /// `apiVersion`.
  static let apiVersion = "\(Names.domain)/v1"
  /// `kind`.
  static let kind = "Cluster"

  /// The whole document.
  static let document: [FileField] = [
    FileField("apiVersion", .choice([apiVersion]), "The version of this format", required: true),
    FileField("kind", .choice([kind]), "The kind of document", required: true),
    FileField(
      "metadata",
      .object([
        FileField("name", .text, "The name on the hub: a DNS label of at most 63 characters")
      ]),
      "Who it is"),
    FileField("spec", .object(specification), "The cluster", required: true),
  ]

  private static let specification: [FileField] = [
    FileField("image", .object(image), "The cluster image that sealer runs", required: true),
    FileField("sealer", .object(sealer), "The sealer program on the first master"),
    FileField("ssh", .object(ssh), "How the hosts are reached, where a host says nothing else"),
    FileField("hosts", .objects(host), "The machines", required: true),
    FileField("network", .object(network), "Addresses in the cluster and of its API server"),
    FileField(
      "containerRuntime", .choice(["docker", "containerd"]),
      "What runs containers (default: what the image says)"),
    FileField("env", .textMap, "Settings of the image that have no field of their own"),
    FileField(
      "ackDistro", .object(ACKDistroSettings.ofCluster.map(\.field)), "Settings of ACK Distro"),
    FileField("registry", .object(registry), "Where the cluster's images come from"),
    FileField(
      "hostAliases",
      .objects([
        FileField("ip", .text, "The address", required: true),
        FileField("hostnames", .texts, "Its names", required: true),
      ]), "Names for /etc/hosts of every host"),
    FileField(
      "dataRoot", .text, "Where sealer unpacks images on the hosts (sealer 0.11 and newer)"),
    FileField("kubeadm", .object(kubeadm), "What is to be different in kubeadm's configuration"),
    FileField(
      "extraDocuments", .text,
      "Further documents for the Clusterfile, kept as they are: Config, Plugin, Application, kubeadm's"
    ),
    FileField("import", .object(registration), "How the cluster is registered with the hub"),
    FileField(
      "checks", .object([FileField("ignore", .texts, "Ids of host checks that may fail")]),
      "The checks of the hosts"),
  ]

  private static let image: [FileField] = [
    FileField("name", .text, "Its name, with registry and tag", required: true),
    FileField("file", .text, "A tar archive to load it from, when the host has not got it"),
    FileField("sha256", .text, "The SHA-256 of that archive, in hexadecimal"),
    FileField("platform", .text, "os/architecture, when it is pulled (default: the host's)"),
    FileField("registryAuth", .secret, "A .dockerconfigjson to pull it with"),
  ]

  private static let sealer: [FileField] = [
    FileField("version", .text, "The version that has to be there, such as v0.11.0"),
    FileField(
      "binary", .text, "The program, to be installed when another version or none is there"),
    FileField("sha256", .text, "The SHA-256 of that program, in hexadecimal"),
  ]

  static let ssh: [FileField] = [
    FileField("user", .text, "Who logs in: root, or someone with sudo without a password"),
    FileField("port", .number, "The port (default: 22)"),
    FileField("key", .text, "A file with the private key"),
    FileField("keyPassphrase", .secret, "The key's passphrase"),
    FileField("password", .secret, "The password, where keys are not accepted yet"),
    FileField("jumpHost", .text, "A host to go through: [user@]host[:port]"),
    FileField("knownHosts", .text, "A file with the hosts' keys, as ~/.ssh/known_hosts"),
    FileField("hostKeys", .texts, "Fingerprints that the host's key may have: SHA256:…"),
  ]

  private static let host: [FileField] = [
    FileField("address", .text, "Its IP address", required: true),
    FileField(
      "roles", .texts, "master or node (the default), and further words for its node-role labels"),
    FileField("hostname", .text, "The host name that it has to have"),
    FileField("ssh", .object(ssh), "How it is reached, over what holds for all"),
    FileField("env", .textMap, "Settings of the image for this host alone"),
    FileField(
      "ackDistro", .object(ACKDistroSettings.ofHost.map(\.field)),
      "Settings of ACK Distro for this host alone"),
    FileField("labels", .textMap, "Labels for its node"),
    FileField("taints", .texts, "Taints for its node: key:Effect or key=value:Effect"),
  ]

  private static let network: [FileField] = [
    FileField("podCIDR", .texts, "The range of pods; two of different families for dual stack"),
    FileField(
      "serviceCIDR", .texts, "The range of services; two of different families for dual stack"),
    FileField("dnsDomain", .text, "The cluster's DNS domain (default: cluster.local)"),
    FileField(
      "certSANs", .texts, "Further names and addresses that the API server's certificate is for"),
    FileField(
      "endpoint", .text,
      "The API server's URL from outside, such as that of a load balancer (default: a master's)"),
  ]

  private static let registry: [FileField] = [
    FileField(
      "local",
      .object([
        FileField("domain", .text, "Its name in the cluster (default: sea.hub)"),
        FileField("port", .number, "Its port (default: 5000)"),
        FileField("username", .text, "Who may use it"),
        FileField("password", .secret, "The password; sealer stores it in the cluster in clear"),
        FileField("ha", .flag, "Run it on every master (default: true)"),
        FileField("insecure", .flag, "Serve it without TLS (default: false)"),
      ]), "The registry that sealer runs on the masters"),
    FileField(
      "external",
      .object([
        FileField("domain", .text, "Its name", required: true),
        FileField("port", .number, "Its port (default: 443)"),
        FileField("username", .text, "Who may use it"),
        FileField("password", .secret, "The password; sealer stores it in the cluster in clear"),
      ]), "A registry elsewhere; alone, it takes the place of the local one"),
  ]

  private static let kubeadm: [FileField] = KubeadmKind.allCases.map {
    FileField($0.member, .anything, "A \($0.rawValue), without apiVersion and kind")
  }

  /// What a fleet file says of an existing cluster, where it makes sense for a new one.
  static let registration: [FileField] =
    [
      FileField("hub", .object(FleetGrammar.hub), "How the agent reaches the hub")
    ]
    + FleetGrammar.settings.filter {
      ![
        "mode", "kubeconfig", "context", "kubeconfigSecret", "token", "url", "caFile",
      ].contains($0.name)
    }
}
