import Documents

extension ClusterCheck {
  /// Variables that sealer sets itself; it compares their beginnings (pkg/env).
  private static let ofSealer = [
    "LocalRegistry", "ExternalRegistry", "RegistryDomain", "RegistryPort", "RegistryURL",
    "ContainerRuntime", "DNSSvcIP", "KubeSvcIP", "HostIPFamily",
  ]

  /// Variables that a member of `spec.network` sets.
  private static let ofNetwork = [
    "PodCIDR": "podCIDR", "SvcCIDR": "serviceCIDR", "DNSDomain": "dnsDomain",
    "CertSANs": "certSANs",
  ]

  /// Settings of the image: names that are variables and nobody else's, values that a shell reads as they are.
  func checkSettings() throws(DocumentError) {
    try checkVariables(at: ["spec"])
    try checkTexts(of: ACKDistroSettings.ofCluster, at: ["spec", "ackDistro"])
    for index in elements(["spec", "hosts"]).indices {
      let host: [PathElement] = ["spec", "hosts", .index(index)]
      try checkVariables(at: host)
      try checkTexts(of: ACKDistroSettings.ofHost, at: host + ["ackDistro"])
    }
  }

  private func checkVariables(at owner: [PathElement]) throws(DocumentError) {
    for (name, _) in document.value.at(owner + ["env"])?.object ?? Object() {
      let path = owner + ["env", .key(name)]
      guard PlainText.isVariable(name) else {
        throw document.error("\(path.pathText) is no name of a variable", at: path)
      }
      if let prefix = Self.ofSealer.first(where: name.hasPrefix) {
        throw document.error(
          "\(path.pathText): sealer sets variables that begin with \(prefix) itself", at: path)
      }
      if let member = Self.ofNetwork[name], document.value.at("spec", "network", member) != nil {
        throw document.error(
          "\(path.pathText) and spec.network.\(member) say the same; keep one", at: path)
      }
      if let setting = ACKDistroSettings.ofCluster.first(where: { $0.variable == name }),
        document.value.at(owner + ["ackDistro", .key(setting.field.name)]) != nil
      {
        throw document.error(
          "\(path.pathText) and ackDistro.\(setting.field.name) say the same; keep one", at: path)
      }
      try requireShellSafe(path)
    }
  }

  private func checkTexts(
    of settings: [ACKDistroSetting], at path: [PathElement]
  ) throws(DocumentError) {
    for setting in settings {
      let place = path + [.key(setting.field.name)]
      try requireShellSafe(place)
      for index in elements(place).indices { try requireShellSafe(place + [.index(index)]) }
    }
    try require(path + ["serviceNodePortRange"], "a range of ports, such as 30000-32767") {
      PlainText.isWord($0, signs: "-")
    }
  }

  /// Registries' names and ports.
  func checkRegistry() throws(DocumentError) {
    for member in ["local", "external"] {
      let path: [PathElement] = ["spec", "registry", .key(member)]
      guard let registry = document.value.at(path) else { continue }
      try require(path + ["domain"], "a host name", PlainText.isHostName)
      try requireShellSafe(path + ["username"])
      if let port = registry["port"]?.int, !(1...65_535).contains(port) {
        throw document.error(
          "\((path + ["port"]).pathText) must be between 1 and 65535", at: path + ["port"])
      }
      guard (registry["username"] == nil) != (registry["password"] == nil) else { continue }
      throw document.error("\(path.pathText) needs both username and password", at: path)
    }
  }

  /// kubeadm's configuration consists of objects.
  func checkKubeadm() throws(DocumentError) {
    for (member, value) in document.value.at("spec", "kubeadm")?.object ?? Object() {
      let path: [PathElement] = ["spec", "kubeadm", .key(member)]
      guard let members = value.object else {
        throw document.error("\(path.pathText) must be an object", at: path)
      }
      guard members["kind"] == nil else {
        throw document.error(
          "\(path.pathText) is a kind already; leave kind out", at: path + ["kind"])
      }
    }
  }
}
