public import Documents
import FoundationEssentials
import KubernetesClient

/// To which hub an agent is joined, read from what stands on the managed cluster.
///
/// The agent's own kubeconfig tells the hub it has a certificate of; the bootstrap kubeconfig tells
/// the hub it would ask. Both are read, since either may be left over from an earlier hub.
public struct HubMembership: Sendable, Hashable {
  /// The Klusterlet.
  public let klusterlet: Klusterlet
  /// The hub of `hub-kubeconfig-secret`; nil when the agent has no certificate.
  public let joined: KnownHub?
  /// The hub of `bootstrap-hub-kubeconfig`; nil when the Secret is missing.
  public let bootstrap: KnownHub?

  /// Reads the Klusterlet and the two Secrets of its agent namespace, each as far as it is there.
  public init(klusterlet: Klusterlet, hubKubeconfigSecret: Value?, bootstrapSecret: Value?) {
    self.klusterlet = klusterlet
    joined = hubKubeconfigSecret.flatMap(KnownHub.init(secret:))
    bootstrap = bootstrapSecret.flatMap(KnownHub.init(secret:))
  }

  /// The name under which the cluster joined: the agent's own record, else what the Klusterlet asks
  /// for.
  public var clusterName: String? { joined?.clusterName ?? klusterlet.clusterName }

  /// The identity that mcctl noted on the Klusterlet for its hub; nil when another tool made it.
  public var hubIdentity: String? { klusterlet.annotations[Names.Annotation.hubIdentity] }

  /// How this membership relates to a hub.
  public enum Relation: Sendable, Hashable {
    /// The agent belongs to that hub, or is about to.
    case same
    /// The agent belongs to another one.
    case other(KnownHub)
    /// There is a Klusterlet, but nothing that tells a hub.
    case undecided
  }

  /// Compares with a hub: by the identity mcctl noted, else by address and certificate authorities
  /// of what the agent uses. An agent that has a certificate counts by that; its bootstrap
  /// kubeconfig only counts without.
  ///
  /// - Parameters:
  ///   - endpoints: Every address of the hub that is known.
  ///   - identity: UID of the hub's kube-system namespace; nil when it could not be read.
  public func relation(
    to endpoints: [ClusterEndpoint], identity: String?
  ) -> Relation {
    guard let known = joined ?? bootstrap else { return .undecided }
    if let identity, let noted = hubIdentity {
      return identity == noted ? .same : .other(known)
    }
    return known.isSame(as: endpoints) ? .same : .other(known)
  }
}
