/// What a machine has to have. The numbers of memory and processors are those of ACK Distro's documentation, which are also
/// kubeadm's; those of disks are what its image and a small cluster take.
struct HostNeeds: Sendable {
  /// What is to be done with the machine.
  enum Purpose: Sendable, Hashable {
    /// It becomes a machine of a cluster.
    case joining
    /// It is one, and gets another image.
    case upgrade
  }

  private let specification: ClusterSpecification
  private let purpose: Purpose

  init(_ specification: ClusterSpecification, _ purpose: Purpose = .joining) {
    self.specification = specification
    self.purpose = purpose
  }

  /// The least number of processors.
  func processors(_ host: HostSpecification) -> Int { host.isMaster ? 2 : 1 }

  /// The least memory in bytes.
  func memory(_ host: HostSpecification) -> Int { (host.isMaster ? 4 : 2) << 30 }

  /// The bytes that each path should have free.
  ///
  /// - Parameter hasImage: whether the image is on the first master already.
  func room(_ host: HostSpecification, hasImage: Bool = false) -> [(path: String, bytes: Int)] {
    let gibibyte = 1 << 30
    var room: [(String, Int)]
    switch purpose {
    case .joining:
      room = [
        (dataRoot, 8 * gibibyte), (runtime, 15 * gibibyte), ("/var/lib/kubelet", 5 * gibibyte),
      ]
      if host.isMaster { room.append(("/var/lib/etcd", 4 * gibibyte)) }
    case .upgrade:
      // Beside what is there: the new image unpacked, and the containers' images that it brings.
      room = [(dataRoot, 4 * gibibyte), (runtime, 4 * gibibyte)]
      // etcd is backed up before.
      if host.isMaster { room.append(("/backup/etcd", gibibyte)) }
    }
    if host.address == specification.firstMaster.address, !hasImage {
      // Loading an archive takes about twice its size beside the store.
      room.append(("/var/lib/containers", 5 * gibibyte))
      room.append(("/var/tmp", 4 * gibibyte))
      if specification.image.file != nil { room.append(("/var/lib/mcctl", 2 * gibibyte)) }
    }
    return room
  }

  private var dataRoot: String { specification.dataRoot ?? "/var/lib/sealer/data" }
  private var runtime: String {
    specification.env["ContainerDataRoot"]
      ?? (specification.containerRuntime == "docker" ? "/var/lib/docker" : "/var/lib/containerd")
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
