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
    case let error as ClusterNameError: self.init(error)
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

  private init(_ error: ClusterNameError) {
    self.init(
      id: .invalidClusterName, category: .usage, what: error.description,
      next: ["choose a name of lower-case letters, digits and hyphens"])
  }

  private static let interruption = WorkflowError(
    id: .interrupted, category: .interrupted, what: "the operation was stopped",
    next: ["run the same command again: it goes on where it stopped"])
}

extension WorkflowError {
  private init(_ error: KubernetesError) {
    let context = error.context
    if case .transport(let failure, _) = error {
      self.init(failure, context)
    } else {
      let meaning = error.meaning
      self.init(
        id: meaning.id, category: meaning.category, what: "cannot \(context)",
        why: error.reasonText, next: meaning.next)
    }
    location = context.location
  }

  private init(_ failure: TransportError, _ context: RequestContext) {
    let server = context.connection.description
    let meaning = failure.meaning
    self.init(
      id: meaning.id, category: meaning.category,
      what: "cannot \(context): \(meaning.summary)", why: failure.reasonText(server: server),
      next: meaning.next)
  }
}

extension RequestContext {
  /// The cluster that was asked. Which side it is only the caller knows, who corrects it; the
  /// connection is what matters to a reader.
  fileprivate var location: ClusterLocation? { nil }
}
