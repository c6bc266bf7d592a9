import Documents

/// One setting of ACK Distro: a typed member of the file, and the variable that the image's scripts read.
struct ACKDistroSetting: Sendable {
  /// The variable.
  let variable: String
  let field: FileField
  /// May differ from host to host.
  let isOfHost: Bool

  init(
    _ name: String, _ variable: String, _ kind: FileField.Kind, _ about: String, host: Bool = false
  ) {
    self.variable = variable
    field = FileField(name, kind, about)
    isOfHost = host
  }
}

/// The settings of ACK Distro (its documentation, and the scripts of v1-22-15-ack-13).
enum ACKDistroSettings {
  /// Everything that can be said of the whole cluster.
  static let ofCluster: [ACKDistroSetting] =
    [
      .init(
        "network", "Network", .choice(["hybridnet", "calico"]), "Pods' network (default: hybridnet)"
      ),
      .init(
        "clusterScale", "ClusterScale", .choice(["small", "medium", "large", "xlarge"]),
        "Up to 50, 100, 1000 or 3000 nodes (default: small)"),
      .init(
        "localDNSCache", "EnableLocalDNSCache", .flag, "A DNS cache on each node (default: true)"),
      .init(
        "serviceNodePortRange", "ServiceNodePortRange", .text,
        "The ports of node port services (default: 30000-32767)"),
      .init("useIPAsNodeName", "UseIPasNodeName", .flag, "Name nodes by their addresses"),
      .init("removeMasterTaint", "RemoveMasterTaint", .flag, "Let pods run on masters"),
      .init("trustedRegistry", "TrustedRegistry", .text, "A registry that is trusted without TLS"),
      .init("addons", "Addons", .text, "Addons to install, as the image names them"),
      .init(
        "defaultIPRetain", "DefaultIPRetain", .flag,
        "Stateful pods keep their addresses (default: true)"),
      .init("defaultStorageClass", "DefaultStorageClass", .text, "The default StorageClass"),
      .init("mtu", "MTU", .number, "The MTU of pods' interfaces (default: 1440)"),
      .init("ipv6DualStack", "IPv6DualStack", .flag, "Serve IPv6 beside IPv4 (default: true)"),
      .init(
        "daemonFileSystem", "DaemonFileSystem", .choice(["ext4", "xfs"]),
        "On the disks that are made"),
      .init(
        "containerDataRoot", "ContainerDataRoot", .text,
        "Where the container runtime keeps its data"),
      .init(
        "dockerVersion", "DockerVersion", .choice(["19.03.15", "20.10.6"]),
        "The version of Docker (default: 19.03.15)"),
      .init(
        "vgPoolName", "VGPoolName", .text, "The volume group to make (default: ackdistro-pool)"),
      .init(
        "extraMountPointsRecyclePolicy", "ExtraMountPointsRecyclePolicy",
        .choice(["Retain", "Delete"]),
        "What becomes of the extra mounts when the cluster goes (default: Retain)"),
      .init(
        "skipPreflight", "SkipPreflight", .flag, "Leave out the image's own checks of the hosts"),
      .init(
        "ignoreErrors", "IgnoreErrors", .texts, "Names of those checks that may fail, such as OS"),
      .init(
        "skipHealthCheck", "SkipHealthCheck", .flag, "Leave out the image's check of the cluster"),
      .init(
        "healthCheckBeforeUpgrade", "HealthCheckBeforeUpgrade", .flag,
        "Check the cluster before an upgrade (default: true)"),
    ] + ofHost

  /// What can be said of a single host too.
  static let ofHost: [ACKDistroSetting] = [
    .init(
      "etcdDevice", "EtcdDevice", .text,
      "A raw disk of 20 GiB or more for etcd, which is FORMATTED",
      host: true),
    .init(
      "storageDevice", "StorageDevice", .text,
      "Raw disks for containers and kubelet, parted by commas; made a volume group", host: true),
    .init(
      "storageVG", "StorageVGName", .text, "A volume group for them that exists already", host: true
    ),
    .init(
      "dockerRunDiskSize", "DockerRunDiskSize", .number, "GiB for containers there (default: 100)",
      host: true),
    .init(
      "kubeletRunDiskSize", "KubeletRunDiskSize", .number, "GiB for kubelet there (default: 100)",
      host: true),
    .init(
      "extraMountPoints", "ExtraMountPoints", .texts, "Further mounts there: /path:GiB", host: true),
    .init(
      "yodaDevice", "YodaDevice", .text, "A raw disk for local volumes (open-local)", host: true),
  ]

  /// The variables that an object of the file sets.
  static func variables(_ value: Value?) -> [String: String] {
    let members = value?.object ?? Object()
    return Dictionary(
      ofCluster.compactMap { setting in
        members[setting.field.name].map { (setting.variable, text($0)) }
      }, uniquingKeysWith: { $1 })
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .bool(let truth): truth ? "true" : "false"
    case .integer(let number): String(number)
    case .array(let elements): elements.compactMap(\.string).joined(separator: ",")
    default: value.string ?? ""
    }
  }
}
