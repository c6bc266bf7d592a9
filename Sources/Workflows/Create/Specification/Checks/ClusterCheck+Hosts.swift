import Documents
import OpenClusterManagement

extension ClusterCheck {
  /// Every host by itself, and all together: no address twice, one family, an odd number of masters.
  func checkHosts() throws(DocumentError) {
    let hosts = elements(["spec", "hosts"])
    var seen: [IPAddress: Int] = [:]
    var names: [String: Int] = [:]
    var masters = 0
    for (index, host) in hosts.enumerated() {
      let path: [PathElement] = ["spec", "hosts", .index(index)]
      let address = try address(host, at: path)
      if let first = seen[address] {
        throw document.error(
          "host \(host["address"]?.string ?? "") is here twice, first in line \(line(of: first))",
          at: path + ["address"])
      }
      if let (other, _) = seen.first(where: { $0.key.bytes.count != address.bytes.count }) {
        _ = other
        throw document.error(
          "all hosts must have addresses of one family, which the first one decides",
          at: path + ["address"])
      }
      seen[address] = index
      if let name = host["hostname"]?.string {
        try require(path + ["hostname"], "a host name", PlainText.isHostName)
        if names.updateValue(index, forKey: name) != nil {
          throw document.error(
            "host name \(name) is here twice; Kubernetes needs them unique",
            at: path + ["hostname"])
        }
      }
      masters += try roles(host, at: path) ? 1 : 0
      try checkSSH(at: path + ["ssh"])
      try checkLabels(host, at: path)
      try checkTaints(host, at: path)
    }
    try checkMasters(masters)
  }

  private func line(of host: Int) -> Int {
    document.position(of: ["spec", "hosts", .index(host), "address"])?.line ?? 0
  }

  private func address(_ host: Value, at path: [PathElement]) throws(DocumentError) -> IPAddress {
    let text = host["address"]?.string ?? ""
    guard !text.contains("%"), let address = IPAddress(text) else {
      throw document.error(
        "\((path + ["address"]).pathText) must be an IP address: sealer takes no names",
        at: path + ["address"])
    }
    return address
  }

  /// Whether the host is a master.
  private func roles(_ host: Value, at path: [PathElement]) throws(DocumentError) -> Bool {
    let roles = host["roles"]?.strings ?? [HostSpecification.node]
    for (index, role) in roles.enumerated() where !PlainText.isWord(role, signs: "-.") {
      let place = path + ["roles", .index(index)]
      throw document.error("\(place.pathText) must be a word", at: place)
    }
    let isMaster = roles.contains(HostSpecification.master)
    guard isMaster != roles.contains(HostSpecification.node) else {
      throw document.error(
        "\((path + ["roles"]).pathText) must have either master or node", at: path + ["roles"])
    }
    return isMaster
  }

  private func checkMasters(_ count: Int) throws(DocumentError) {
    if count == 0 {
      throw document.error("no host has the role master", at: ["spec", "hosts"])
    }
    if count.isMultiple(of: 2) {
      throw document.error(
        "there are \(count) masters; etcd needs an odd number, and an even one survives no more failures",
        at: ["spec", "hosts"])
    }
  }

  private func checkLabels(_ host: Value, at path: [PathElement]) throws(DocumentError) {
    for (key, value) in host["labels"]?.object ?? Object() {
      guard PlainText.isWord(key, signs: "._-/"), key.utf8.count <= 317,
        value.string.map({ $0.isEmpty || PlainText.isWord($0, signs: "._-") }) ?? false,
        (value.string ?? "").utf8.count <= 63
      else {
        let place = path + ["labels", .key(key)]
        throw document.error("\(place.pathText) is no label that Kubernetes takes", at: place)
      }
    }
  }

  /// sealer takes a taint with a hyphen in it for one that is to be removed, or drops its key.
  private func checkTaints(_ host: Value, at path: [PathElement]) throws(DocumentError) {
    for (index, element) in (host["taints"]?.array ?? []).enumerated() {
      let place = path + ["taints", .index(index)]
      let parts = (element.string ?? "").split(separator: ":", omittingEmptySubsequences: false)
      let key = parts.first?.split(separator: "=", omittingEmptySubsequences: false) ?? []
      guard parts.count == 2,
        ["NoSchedule", "PreferNoSchedule", "NoExecute"].contains(parts[1]),
        (1...2).contains(key.count), PlainText.isWord(String(key[0]), signs: "._-/"),
        key.count == 1 || key[1].isEmpty || PlainText.isWord(String(key[1]), signs: "._-")
      else {
        throw document.error(
          "\(place.pathText) must be key:Effect or key=value:Effect, with NoSchedule,"
            + " PreferNoSchedule or NoExecute", at: place)
      }
      if element.string?.contains("-") == true {
        throw document.error(
          "\(place.pathText) contains a hyphen, which sealer takes for a taint to be removed:"
            + " choose another key, or set it with kubectl taint afterwards", at: place)
      }
    }
  }
}
