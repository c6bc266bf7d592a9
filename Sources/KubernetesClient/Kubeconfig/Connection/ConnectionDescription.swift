/// What every message says about the cluster that it speaks of. Holds nothing secret.
public struct ConnectionDescription: Sendable, Hashable {
  /// The kubeconfig context, or a word such as `in-cluster` where there is none.
  public let contextName: String
  /// The server's URL.
  public let server: String
  /// The user that requests are made as, where the configuration tells: an impersonated user,
  /// the client certificate's common name, the basic-auth name or the kubeconfig's user entry.
  public let user: String?
  /// The URL is not the context's own, but leads from there to another cluster.
  public let isThroughGateway: Bool

  /// Describes a connection.
  public init(
    contextName: String, server: String, user: String? = nil, isThroughGateway: Bool = false
  ) {
    self.contextName = contextName
    self.server = server
    self.user = user
    self.isThroughGateway = isThroughGateway
  }

  /// The flags with which kubectl goes the same way.
  public var kubectlFlags: String {
    "--context \(contextName)" + (isThroughGateway ? " --server \(server)" : "")
  }
}

extension ConnectionDescription: CustomStringConvertible {
  /// `prod-hub (https://hub.example.com:6443)`.
  public var description: String { "\(contextName) (\(server))" }
}
