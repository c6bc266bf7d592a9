import Documents
import OpenClusterManagement

extension ClusterCheck {
  /// Ranges that are ranges, apart from each other and from the hosts, the hosts' family first.
  func checkNetwork() throws(DocumentError) {
    let pods = try blocks("podCIDR")
    let services = try blocks("serviceCIDR")
    for (index, service) in services.enumerated() {
      guard pods.contains(where: service.overlaps) else { continue }
      throw document.error(
        "spec.network.serviceCIDR overlaps spec.network.podCIDR",
        at: ["spec", "network", "serviceCIDR", .index(index)])
    }
    for member in ["podCIDR", "serviceCIDR"] {
      for (index, block) in (member == "podCIDR" ? pods : services).enumerated() {
        try checkHostsOutside(block, at: ["spec", "network", .key(member), .index(index)])
      }
    }
    if !pods.isEmpty, !services.isEmpty, pods.count != services.count {
      throw document.error(
        "podCIDR and serviceCIDR must have as many ranges: one, or two for dual stack",
        at: ["spec", "network", "serviceCIDR"])
    }
    try require(["spec", "network", "dnsDomain"], "a DNS domain", PlainText.isHostName)
    for index in elements(["spec", "network", "certSANs"]).indices {
      try require(
        ["spec", "network", "certSANs", .index(index)], "a name or an IP address"
      ) { PlainText.isHostName($0) || IPAddress($0) != nil }
    }
    if let endpoint = string("spec", "network", "endpoint") {
      do throws(EndpointError) {
        _ = try ClusterEndpoint(url: endpoint, certificateAuthorities: nil, source: .given)
      } catch {
        throw document.error(error.description, at: ["spec", "network", "endpoint"])
      }
      try requireShellSafe(["spec", "network", "endpoint"])
    }
    try checkHostAliases()
  }

  private func blocks(_ member: String) throws(DocumentError) -> [AddressBlock] {
    let path: [PathElement] = ["spec", "network", .key(member)]
    var blocks: [AddressBlock] = []
    for (index, element) in elements(path).enumerated() {
      guard let block = element.string.flatMap(AddressBlock.init) else {
        throw document.error(
          "\((path + [.index(index)]).pathText) must be a range of addresses, such as 10.96.0.0/16",
          at: path + [.index(index)])
      }
      blocks.append(block)
    }
    if blocks.count > 2 || blocks.count == 2 && blocks[0].isVersion6 == blocks[1].isVersion6 {
      throw document.error(
        "\(path.pathText) must be one range, or one of each address family", at: path)
    }
    let host = string("spec", "hosts", 0, "address").flatMap { IPAddress($0) }
    if let first = blocks.first, let host, first.isVersion6 != (host.bytes.count == 16) {
      throw document.error(
        "\(path.pathText) must begin with the address family of the hosts", at: path)
    }
    return blocks
  }

  private func checkHostsOutside(
    _ block: AddressBlock, at path: [PathElement]
  ) throws(DocumentError) {
    for host in elements(["spec", "hosts"]) {
      guard let text = host["address"]?.string, let address = IPAddress(text),
        block.contains(address)
      else { continue }
      throw document.error("\(path.pathText) contains the host \(text)", at: path)
    }
  }

  private func checkHostAliases() throws(DocumentError) {
    for (index, alias) in elements(["spec", "hostAliases"]).enumerated() {
      let path: [PathElement] = ["spec", "hostAliases", .index(index)]
      try require(path + ["ip"], "an IP address") { IPAddress($0) != nil }
      for name in (alias["hostnames"]?.array ?? []).indices {
        try require(path + ["hostnames", .index(name)], "a host name", PlainText.isHostName)
      }
    }
  }
}
