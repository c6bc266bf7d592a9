public import KubernetesClient

extension FleetCluster {
  /// A way to the cluster itself, and the Secret that it came from.
  public struct Access: Sendable {
    /// The way.
    public let connection: ConnectionConfig
    /// The Secret on the hub, where it came from one.
    public let secret: AccessSecret?

    /// A way that is known otherwise than by a fleet file.
    public init(connection: ConnectionConfig, secret: AccessSecret?) {
      self.connection = connection
      self.secret = secret
    }
  }

  /// Whether the file says how the cluster is reached.
  public var hasAccess: Bool { kubeconfig != nil || context != nil || kubeconfigSecret != nil }

  /// The way to the cluster, by what the file says.
  ///
  /// - Parameter standard: the kubeconfig in which the context is looked for when the file names none.
  public func access(
    _ inputs: FleetInputs, on hub: ClusterAccess, standard: () throws -> Kubeconfig
  ) async throws -> Access {
    if let kubeconfigSecret {
      let reference = ObjectReference(
        type: .secrets, namespace: kubeconfigSecret.namespace, name: kubeconfigSecret.name)
      let found = try await AccessSecret.read(
        reference, context: context, on: hub, environment: inputs.environment)
      guard let found else {
        throw WorkflowError(
          NoWayToCluster(cluster: name, looked: "the hub has no \(reference)"))
      }
      return Access(connection: found.connection, secret: found)
    }
    switch kubeconfig {
    case nil:
      return Access(connection: try standard().resolve(context: context), secret: nil)
    case .file(let path):
      let file = path.hasPrefix("/") ? path : "\(inputs.folder)/\(path)"
      let kubeconfig = try Kubeconfig.load(
        explicitPath: file, environment: inputs.environment, homeDirectory: "/")
      return Access(connection: try kubeconfig.resolve(context: context), secret: nil)
    case .environment(let variable)?:
      let text = try inputs.secret(.environment(variable), field: "kubeconfig of \(name)")
      let kubeconfig = try Kubeconfig.fromText(
        text.revealed, source: "$\(variable)", environment: inputs.environment)
      return Access(connection: try kubeconfig.resolve(context: context), secret: nil)
    }
  }
}
