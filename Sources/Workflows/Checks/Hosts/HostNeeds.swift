/// What a machine has to have. The numbers of memory and processors are those of ACK Distro's documentation, which are also
/// kubeadm's; those of disks are what its image and a small cluster take.
struct HostNeeds {
  private let specification: ClusterSpecification

  init(_ specification: ClusterSpecification) {
    self.specification = specification
  }

  /// The least number of processors.
  func processors(_ host: HostSpecification) -> Int { host.isMaster ? 2 : 1 }

  /// The least memory in bytes.
  func memory(_ host: HostSpecification) -> Int { (host.isMaster ? 4 : 2) << 30 }

  /// The bytes that each path should have free.
  func room(_ host: HostSpecification) -> [(path: String, bytes: Int)] {
    let gibibyte = 1 << 30
    let runtime =
      specification.containerRuntime == "docker" ? "/var/lib/docker" : "/var/lib/containerd"
    var room = [
      (specification.dataRoot ?? "/var/lib/sealer/data", 8 * gibibyte),
      (specification.env["ContainerDataRoot"] ?? runtime, 15 * gibibyte),
      ("/var/lib/kubelet", 5 * gibibyte),
    ]
    if host.isMaster { room.append(("/var/lib/etcd", 4 * gibibyte)) }
    if host.address == specification.firstMaster.address {
      // Loading an archive takes about twice its size beside the store.
      room.append(("/var/lib/containers", 5 * gibibyte))
      room.append(("/var/tmp", 4 * gibibyte))
    }
    return room
  }

  /// The paths whose disks are asked.
  func paths(of host: HostSpecification) -> [String] { room(host).map(\.path) }

  /// The TCP ports that have to be free, and what for.
  func ports(_ host: HostSpecification) -> [(number: Int, purpose: String)] {
    var ports = [(10_250, "the kubelet"), (10_256, "kube-proxy")]
    if host.isMaster {
      ports += [
        (6443, "the API server"), (2379, "etcd"), (2380, "etcd"), (2381, "etcd"),
        (10_257, "the controller manager"), (10_259, "the scheduler"),
      ]
      ports.append((specification.registry.local?.port ?? 5000, "sealer's registry"))
    }
    return ports
  }

  /// Kernel modules without which nothing works, and those that are wanted for kube-proxy's IPVS.
  static let modules = (
    needed: ["overlay", "br_netfilter", "nf_conntrack"],
    wanted: ["ip_vs", "ip_vs_rr", "ip_vs_wrr", "ip_vs_sh"]
  )
}
