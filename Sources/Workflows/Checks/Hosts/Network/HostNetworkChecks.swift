/// `host.clock`: the clocks of the machines agree.
struct HostTimeCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.clock", .network, "the clocks of the machines agree",
    meaning: """
      Compares the machine's clock with the middle one of all machines, or with the first master's where the cluster \
      stands already. Certificates are valid from a moment on, and etcd and leases go by time.
      """,
    warns: "it differs by two seconds or more, or is not set by NTP.",
    fails: "it differs by thirty seconds or more.",
    remedies: ["have all machines' clocks set by the same NTP servers (chrony)"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    let (reference, name) = reference(context)
    let difference = facts.clockOffset - reference
    let span = "\(Int(abs(difference).rounded())) s"
    let text = "\(span) \(difference > 0 ? "ahead of" : "behind") \(name)"
    if abs(difference) >= 30 { return .fail(text) }
    if abs(difference) >= 2 { return .warn(text) }
    guard facts.isSynchronized != false else { return .warn("it agrees, but is not set by NTP") }
    return .pass(context.all.count > 1 ? "it agrees with \(name)" : "it is the only one")
  }

  /// The clock that counts, and whose it is.
  private func reference(_ context: HostCheckContext) -> (offset: Double, name: String) {
    if context.nodes != nil, let master = context.firstMaster {
      return (master.clockOffset, "the first master")
    }
    return (middle(context), "the others")
  }

  /// The middle clock; of two machines, the other one's.
  private func middle(_ context: HostCheckContext) -> Double {
    let others = context.all.filter { $0.host.address != context.host.address }
    let counted = others.count == 1 ? others : context.all
    let offsets = counted.map(\.facts.clockOffset).sorted()
    return offsets[offsets.count / 2]
  }
}

/// `host.name`: the machine has a name of its own.
struct HostNameCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.name", .network, "the machine has a name of its own",
    meaning:
      "A node's name is the host name, so no two machines may share one, and Kubernetes has to take it.",
    fails:
      "another machine or a node of the cluster has the same name, Kubernetes does not take it, or the file says another one.",
    remedies: ["hostnamectl set-hostname NAME, with lower-case letters, digits, hyphens and dots"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let name = try context.facts.hostname
    let next = ["hostnamectl set-hostname \(context.host.hostname ?? "NAME")"]
    if let wanted = context.host.hostname, wanted != name {
      return .fail("it is \(name), and should be \(wanted)", next: next)
    }
    guard !name.hasPrefix("localhost"), Self.isNodeName(name) else {
      return .fail("\"\(name)\" cannot be the name of a node", next: next)
    }
    let others = context.all.filter {
      $0.facts.hostname == name && $0.host.address != context.host.address
    }
    guard others.isEmpty else {
      let addresses = others.map(\.host.address).joined(separator: ", ")
      return .fail("\(name) is also the name of \(addresses)", next: next)
    }
    let node = context.nodes?.all.first { $0.name == name && !$0.has(context.host.address) }
    if node != nil { return .fail("the cluster has a node \(name) already", next: next) }
    return .pass(name)
  }

  /// RFC 1123, as the API server demands of nodes.
  private static func isNodeName(_ name: String) -> Bool {
    name.count <= 253
      && name.wholeMatch(of: /[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)
        != nil
  }
}

/// `host.resolution`: names resolve.
struct HostResolutionCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.resolution", .network, "the machine resolves the names it needs",
    meaning: """
      kubeadm looks up the machine's own name. Where the image is pulled, the first master has to find its registry; ACK \
      Distro's public registry has had no address since 2024.
      """,
    warns: "the machine's own name does not resolve.",
    fails: "the registry's name does not resolve, and the image is not there.",
    remedies: [
      "write the machine's name into its /etc/hosts",
      "load the image from a file: image.file",
    ])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    let image = context.specification.image
    if context.isFirstMaster, image.file == nil, let registry = image.registryHost,
      facts.address(of: registry) == nil, !facts.hasImage(image.name)
    {
      return .fail(
        "\(registry), from which the image is to be pulled, does not resolve",
        next: ["load the image from a file: image.file"])
    }
    guard let address = facts.address(of: facts.hostname) else {
      return .warn(
        "its own name does not resolve",
        next: ["echo \(context.host.address) \(facts.hostname) >> /etc/hosts"])
    }
    return .pass("\(facts.hostname) is \(address)")
  }
}

/// `host.firewall`: nothing stands between the machines.
struct HostFirewallCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.firewall", .network, "no firewall runs on the machine",
    meaning:
      "Kubernetes needs all ports open between its machines. sealer switches firewalld and ufw off.",
    warns: "firewalld or ufw runs, or packets that no rule is about are dropped.",
    remedies: ["systemctl disable --now firewalld", "ufw disable", "iptables -P INPUT ACCEPT"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let facts = try context.facts
    var found = ["firewalld", "ufw"].filter(facts.activeServices.contains)
    if facts.inputPolicy == "DROP" { found.append("iptables drops what no rule is about") }
    return found.isEmpty ? .pass("none runs") : .warn(found.joined(separator: ", "))
  }
}

/// `host.selinux`: SELinux does not stand in the way.
struct HostSELinuxCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.selinux", .network, "SELinux does not stand in the way",
    meaning:
      "Images do not bring policies for it. sealer sets it to permissive, until the machine is restarted.",
    warns: "it is enforcing.",
    remedies: ["setenforce 0, and SELINUX=permissive in /etc/selinux/config"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let state = try context.facts.selinux
    return state == "Enforcing" ? .warn("it is enforcing") : .pass(state)
  }
}
