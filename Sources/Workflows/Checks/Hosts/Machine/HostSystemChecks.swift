/// `host.os`: the system is one that the image supports.
struct HostSystemCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.os", .machine, "operating system and architecture are supported",
    meaning: """
      Images are made for amd64 and arm64. ACK Distro supports CentOS and RHEL 7.5 to 8.2, Anolis 7 and 8, AliOS 7, \
      Kylin V10, and Ubuntu 18.04 and 20.04.
      """,
    warns: "the system is not among those that ACK Distro names.",
    fails: "the architecture is another one, or not that of the image's platform.",
    remedies: ["use a machine with a supported system", "set image.platform to the machine's"])

  private static let supported: [String: [String]] = [
    "centos": ["7", "8"], "rhel": ["7", "8"], "anolis": ["7", "8"], "alinux": ["2", "3"],
    "alios": ["7"], "kylin": ["V10"], "ubuntu": ["18.04", "20.04"],
  ]

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    let system = facts.system
    let name = system.name.isEmpty ? "an unknown system" : system.name
    guard let architecture = facts.imageArchitecture else {
      return .fail("\(facts.architecture) is neither amd64 nor arm64")
    }
    if let platform = context.specification.image.platform,
      platform.split(separator: "/").dropFirst().first.map(String.init) != architecture
    {
      return .fail("the image is for \(platform), and this is \(architecture)")
    }
    let isListed = Self.supported[system.id]?.contains {
      system.version == $0 || system.version.hasPrefix("\($0).")
    }
    guard !context.specification.isACKDistro || isListed == true else {
      return .warn("\(name) on \(architecture) is not among the systems that ACK Distro supports")
    }
    return .pass("\(name) on \(architecture)")
  }
}

/// `host.kernel`: the kernel is new enough.
struct HostKernelCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.kernel", .machine, "the kernel is new enough",
    meaning: "Containers need Linux 3.10; ACK Distro wants 3.10.0-1160 or 4.19 and newer.",
    warns: "it is older than 4.19, and not 3.10.0-1160 or newer.",
    fails: "it is older than 3.10.",
    remedies: ["update the kernel and restart the machine"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let kernel = try context.facts.kernel
    let numbers = kernel.split { !$0.isNumber }.prefix(4).compactMap { Int($0) }
    func isAtLeast(_ least: Int...) -> Bool {
      !numbers.lexicographicallyPrecedes(least)
    }
    if isAtLeast(4, 19) { return .pass(kernel) }
    guard isAtLeast(3, 10) else { return .fail("\(kernel) is older than 3.10") }
    let isEnterprise = isAtLeast(3, 10, 0, 1160) && numbers.first == 3
    return isEnterprise ? .pass(kernel) : .warn("\(kernel) is older than 4.19")
  }
}

/// `host.modules`: the kernel modules are there.
struct HostModulesCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.modules", .machine, "the kernel modules are there",
    meaning: """
      overlay, br_netfilter and nf_conntrack carry containers and their network; ip_vs and its schedulers carry services \
      and sealer's virtual address of the API server. They may be loaded, built in, or on the disk.
      """,
    warns: "a module of ip_vs is missing.",
    fails: "overlay, br_netfilter or nf_conntrack is missing.",
    remedies: ["install the package with the kernel's further modules (kernel-modules-extra)"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let modules = try context.facts.modules
    let needed = HostNeeds.modules.needed.filter { !modules.contains($0) }
    let wanted = HostNeeds.modules.wanted.filter { !modules.contains($0) }
    if !needed.isEmpty { return .fail("missing: \((needed + wanted).joined(separator: ", "))") }
    return wanted.isEmpty
      ? .pass("all are there") : .warn("missing: \(wanted.joined(separator: ", "))")
  }
}

/// `host.programs`: the programs that sealer and kubeadm use are there.
struct HostProgramsCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.programs", .machine, "the programs are there that sealer and kubeadm use",
    meaning: """
      bash and tar carry sealer's own scripts, systemd runs the kubelet, ip and iptables make the network. ACK Distro \
      uses LVM for its disks, which it installs by itself on systems of the Red Hat family alone.
      """,
    warns: "ip or iptables is missing, or lvm where ACK Distro does not install it.",
    fails: "bash, tar or systemctl is missing.",
    remedies: ["install the packages: bash tar systemd iproute2 iptables lvm2"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    let missing = { (names: [String]) in names.filter { !facts.programs.contains($0) } }
    let needed = missing(["bash", "tar", "systemctl"])
    guard needed.isEmpty else { return .fail("missing: \(needed.joined(separator: ", "))") }
    let family = "\(facts.system.id) \(facts.system.like)"
    let isRedHat = ["rhel", "fedora", "centos"].contains(where: family.contains)
    let lvm = context.specification.isACKDistro && !isRedHat ? ["lvm"] : []
    let wanted = missing(["ip", "iptables"] + lvm)
    return wanted.isEmpty
      ? .pass("all are there") : .warn("missing: \(wanted.joined(separator: ", "))")
  }
}
