import Synchronization

/// The clusters that one run of many imports has taken on, by their identity. Imports that run at the same time do not
/// see each other's records yet; two entries of a fleet that lead to one cluster would take its agent from one another.
public final class ClusterClaims: Sendable {
  private let names = Mutex<[String: String]>([:])

  /// Starts a run that has taken on nothing.
  public init() {}

  /// Takes a cluster on under a name. The name under which the run has taken it on before, if that is another one.
  func claim(_ uid: String, as name: String) -> String? {
    names.withLock { names in
      guard let other = names[uid], other != name else {
        names[uid] = name
        return nil
      }
      return other
    }
  }
}
