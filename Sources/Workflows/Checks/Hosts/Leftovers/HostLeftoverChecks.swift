/// `host.cluster`: the machine belongs to no cluster yet.
struct HostClusterCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.cluster", .leftovers, "the machine belongs to no cluster",
    meaning: """
      Looks for a control plane or a kubelet, whether they run or not, and for sealer's own record of a cluster. sealer \
      does not refuse such a machine: it fails in the middle.
      """,
    fails: "a cluster is there, or what is left of one.",
    remedies: [
      "if mcctl made it: mcctl delete NAME --destroy, or mcctl create NAME to go on",
      "if sealer made it: sealer delete --all --force --prune",
      "if kubeadm made it: kubeadm reset",
    ])

  private static let signs = [
    "/etc/kubernetes/admin.conf", "/etc/kubernetes/kubelet.conf", "/etc/kubernetes/manifests",
    "/var/lib/etcd/member", "/var/lib/kubelet/pki", "/var/lib/kubelet/pods",
    "/root/.sealer/Clusterfile", "/etc/rancher",
  ]

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    let running = ["kubelet", "k3s", "rke2-server", "etcd"].filter(facts.activeServices.contains)
    let found = Self.signs.filter(facts.paths.contains)
    guard !running.isEmpty || !found.isEmpty else { return .pass("nothing of one is there") }
    let what = running.isEmpty ? "something of a cluster is there" : "a cluster runs on it"
    return .fail(what, details: running.map { "\($0) runs" } + found)
  }
}

/// `host.ports`: the ports are free.
struct HostPortsCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.ports", .leftovers, "the ports are free that Kubernetes listens on",
    meaning: "kubeadm refuses a machine on which one of its ports is in use.",
    fails: "something listens on one of them.",
    remedies: ["stop what listens there: ss -ltnp 'sport = :PORT'"])

  var requires: [String] { ["host.reachable", "host.cluster"] }

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    let taken = context.needs.ports(context.host).filter {
      facts.listening.contains($0.number)
    }
    guard !taken.isEmpty else { return .pass("all are free") }
    return .fail(
      taken.count == 1 ? "a port is in use" : "\(taken.count) ports are in use",
      details: taken.map { port in
        let owner = facts.owner(of: port.number).map { " by \($0)" } ?? ""
        return "\(port.number), for \(port.purpose), is in use\(owner)"
      })
  }
}

/// `host.runtime`: no container runtime stands in the way.
struct HostRuntimeCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.runtime", .leftovers, "no container runtime is there already",
    meaning:
      "The image brings its own runtime. ACK Distro stops when it finds another docker than its own.",
    warns: "a runtime is installed, or the data of one is left.",
    fails: "docker is installed, and the image is ACK Distro's.",
    remedies: ["take the runtime's packages and its data off the machine"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    let programs = ["docker", "containerd", "crio"].filter {
      facts.programs.contains($0) || facts.activeServices.contains($0)
    }
    if context.specification.isACKDistro, programs.contains("docker") {
      return .fail("docker is installed", details: programs)
    }
    let data = ["/var/lib/docker", "/var/lib/containerd"].filter(facts.paths.contains)
    let found = programs + data
    return found.isEmpty ? .pass("none is there") : .warn(found.joined(separator: ", "))
  }
}

/// `host.leftovers`: nothing of a former cluster is left.
struct HostLeftoversCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.leftovers", .leftovers, "nothing of a former cluster's network or image is left",
    meaning: """
      Configuration and interfaces of another network plugin mislead the new one. An unpacked image of sealer's keeps \
      its old certificates and settings.
      """,
    warns: "there is CNI configuration, an interface of a plugin, or sealer's data.",
    remedies: [
      "rm -r /etc/cni/net.d, and ip link delete for each interface",
      "sealer delete --all --force --prune takes its data away",
    ])

  private static let interfaces = [
    "cni0", "flannel.1", "kube-ipvs0", "tunl0", "vxlan.calico", "nodelocaldns",
  ]

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    let paths = ["/etc/cni/net.d", context.specification.dataRoot ?? "/var/lib/sealer/data"]
      .filter(facts.paths.contains)
    let interfaces = Self.interfaces.filter(facts.interfaces.contains)
    let found = paths + interfaces.map { "interface \($0)" }
    return found.isEmpty ? .pass("nothing is left") : .warn(found.joined(separator: ", "))
  }
}

/// `host.image`: the image is there, or can come.
struct HostImageCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.image", .leftovers, "the first master has the image, or gets it from a file",
    meaning: "Looks into the store of images that sealer has on the first master.",
    warns: "it is not there, and has to be pulled.",
    remedies: ["load it from a file: image.file", "mcctl create pulls it"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    guard context.isFirstMaster else { return .pass("it comes from the first master") }
    let image = context.specification.image
    if try context.facts.hasImage(image.name) { return .pass("it is there") }
    if let file = image.file { return .pass("it will be loaded from \(file)") }
    return .warn(
      "it is not there, and has to be pulled from \(image.registryHost ?? "docker.io")",
      next: ["load it from a file: image.file"])
  }
}
