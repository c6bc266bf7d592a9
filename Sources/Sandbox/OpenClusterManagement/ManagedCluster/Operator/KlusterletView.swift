import Documents

/// A Klusterlet as the operator reads it.
struct KlusterletView: Sendable {
  let object: Value

  init(_ object: Value) {
    self.object = object
  }

  var name: String { object.objectName }
  var uid: String { object.objectUID }
  var generation: Int { object.objectGeneration }
  var clusterName: String { spec("clusterName")?.string ?? "" }
  var mode: String {
    let mode = spec("deployOption", "mode")?.string ?? ""
    return mode.isEmpty ? "Default" : mode
  }
  /// One Deployment for registration and work.
  var isSingleton: Bool { mode.hasPrefix("Singleton") }
  /// Agents run in another cluster than the one they manage.
  var isHosted: Bool { mode.hasSuffix("Hosted") }

  /// The namespace on the managed cluster.
  var klusterletNamespace: String {
    let namespace = spec("namespace")?.string ?? ""
    return namespace.isEmpty ? OCM.agentNamespace : namespace
  }

  /// The namespace where agents run.
  var agentNamespace: String { isHosted ? name : klusterletNamespace }

  var registrationAccount: String {
    isSingleton ? workAccount : "\(name)-registration-sa"
  }
  var workAccount: String { "\(name)-work-sa" }

  /// Deployment of the registration agent, or of the one agent.
  var registrationDeployment: String {
    isSingleton ? "\(name)-agent" : "\(name)-registration-agent"
  }
  var workDeployment: String { isSingleton ? "\(name)-agent" : "\(name)-work-agent" }

  /// Labels of everything that is created for the Klusterlet.
  var labels: [String: String] { [OCM.createdByKlusterlet: name] }

  /// Comma-separated, as the agent's flag wants them; empty entries are kept like the real one does.
  var externalServerURLs: String {
    (spec("externalServerURLs")?.array ?? []).map { $0["url"]?.string ?? "" }
      .joined(separator: ",")
  }

  func spec(_ path: String...) -> Value? { object.at(["spec"] + path) }

  /// `--feature-gates` flags of a configuration's gates.
  func gates(_ configuration: String) -> [String] {
    (spec(configuration, "featureGates")?.array ?? []).compactMap { gate in
      gate["feature"]?.string.map {
        "--feature-gates=\($0)=\(gate["mode"]?.string == "Enable")"
      }
    }
  }
}
