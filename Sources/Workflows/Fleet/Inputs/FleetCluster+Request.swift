import OpenClusterManagement

extension FleetCluster {
  /// What importing the cluster takes; reads the files and variables that the fleet file names.
  public func importRequest(
    _ hub: FleetHub, _ inputs: FleetInputs
  ) throws(WorkflowError) -> ImportRequest {
    do {
      return try makeRequest(hub, inputs)
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  private func makeRequest(_ hub: FleetHub, _ inputs: FleetInputs) throws -> ImportRequest {
    try ClusterName.validate(name)
    var request = ImportRequest(name: name)
    request.labels = labels
    request.annotations = annotations
    request.clusterSet = clusterSet
    request.readinessGates = gates
    request.addOns = addOns
    request.hubURL = hub.url
    request.hubCABundle = try hub.caFile.map { try inputs.bytes($0, field: "hub.caFile") }
    request.hubCAPin = try hub.pin
    request.allowsLoopback = hub.allowsLoopback
    request.clusterURL = url
    request.clusterCABundle = try caFile.map { try inputs.bytes($0, field: "caFile of \(name)") }
    let standard: Duration = mode == .manual ? .seconds(86_400) : .seconds(3600)
    request.credentialValidity = tokenTTL ?? standard
    request.keepsCredential = keepsCredential
    request.agent = try agent.settings(of: name, hub, inputs)
    request.waits = mode == .auto
    return request
  }

  /// What making a bundle of the cluster without a hub takes.
  ///
  /// - Parameter toolVersion: the version of mcctl that makes it.
  public func offlineRequest(
    _ hub: FleetHub, _ inputs: FleetInputs, toolVersion: String
  ) throws(WorkflowError) -> OfflineBundleRequest {
    let online = try importRequest(hub, inputs)
    guard let server = hub.url, let authorities = online.hubCABundle else {
      throw WorkflowError(
        FleetFailure.unusable("hub", reason: "without a hub, url and caFile are needed"))
    }
    guard let token else {
      throw WorkflowError(
        FleetFailure.unusable("token of \(name)", reason: "without a hub, it is needed"))
    }
    var request = OfflineBundleRequest(
      name: name, hubServer: server, hubCABundle: authorities,
      token: try inputs.secret(token, field: "token of \(name)"), toolVersion: toolVersion)
    request.hubCAPin = online.hubCAPin
    request.allowsLoopback = hub.allowsLoopback
    request.clusterURL = url
    request.agent = online.agent
    return request
  }
}

extension FleetHub {
  /// The pin, read.
  fileprivate var pin: AuthorityPin? {
    get throws {
      guard let caPin else { return nil }
      guard let pin = AuthorityPin(parsing: caPin) else {
        throw FleetFailure.unusable(
          "hub.caPin", reason: "write sha256: and 64 hexadecimal digits")
      }
      return pin
    }
  }
}
