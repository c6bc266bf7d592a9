import Documents
import KubernetesClient
import OpenClusterManagement

extension WorkflowError {
  /// Turns whatever a workflow, a client or a document threw into the one form of error.
  public init(mapping error: any Error) {
    switch error {
    case let error as WorkflowError: self = error
    case let failure as any WorkflowFailure: self.init(failure)
    case let error as KubernetesError: self.init(error)
    case let error as ClusterNameError:
      self.init(
        id: .invalidClusterName, category: .usage, what: error.description,
        next: [
          "choose a name of at most \(ClusterName.maximumLength) lower-case letters, digits and hyphens"
        ])
    case let error as GateTypeError:
      self.init(id: .invalidRequest, category: .usage, what: error.description)
    case let error as EndpointError:
      self.init(id: .invalidRequest, category: .usage, what: error.description)
    case let error as ManifestOptionError:
      self.init(id: .invalidRequest, category: .usage, what: error.description)
    case let error as DocumentError:
      self.init(
        id: .documentInvalid, category: .usage, what: "a document cannot be read",
        why: error.description)
    case is CancellationError: self = .interruption
    default:
      self.init(
        id: .unexpected, category: .failed, what: "something went wrong that mcctl does not know",
        why: "\(error)")
    }
  }

  /// As ``init(mapping:)``, naming the cluster of an operation that a failed request went to.
  init(mapping error: any Error, on clusters: Clusters, subject: String?) {
    self.init(mapping: error)
    guard location == nil, let error = error as? KubernetesError else { return }
    location = clusters.location(of: error.context.connection, subject: subject)
  }

  /// As ``init(mapping:)``, for what was only read from the hub.
  init(reading hub: ClusterAccess, _ error: any Error) {
    self.init(mapping: error, on: Clusters(hub: hub), subject: nil)
  }

  private init(_ error: KubernetesError) {
    let meaning = error.meaning
    self.init(
      id: meaning.id, category: meaning.category, what: "cannot \(error.context)",
      why: error.detailedReason, next: meaning.next)
  }

  private static let interruption = WorkflowError(
    id: .interrupted, category: .interrupted, what: "the operation was stopped",
    next: ["run the same command again: it goes on where it stopped"])
}

extension Clusters {
  /// The cluster that a connection leads to; the hub when both are the same.
  func location(of connection: ConnectionDescription, subject: String?) -> ClusterLocation? {
    if connection == hub.connection { return ClusterLocation(side: .hub, connection: connection) }
    if connection == hosting?.connection {
      return ClusterLocation(side: .hosting, name: subject, connection: connection)
    }
    guard connection == managed?.connection else { return nil }
    return ClusterLocation(side: .managed, name: subject, connection: connection)
  }
}
