import ArgumentParser
import Documents
import KubernetesClient
import Terminal
import Workflows

extension UserFacingError {
  /// Turns whatever a command threw into the one form.
  init(mapping error: any Error) {
    switch error {
    case let error as UserFacingError: self = error
    case let error as KubeconfigError: self.init(error)
    case let error as TerminalError: self.init(error)
    case let error as EventLogFailure:
      self.init(
        id: ErrorID.eventsUnwritable.rawValue, status: .failed, what: "events cannot be written",
        why: error.description, next: ["name a file that can be written with --events"])
    case let error as TransportError: self.init(unconnected: error)
    case let error as ValidationError:
      self.init(.usage, status: .usage, what: error.message)
    default: self.init(WorkflowError(mapping: error))
    }
  }

  /// Workflows say everything there is to say.
  init(_ error: WorkflowError) {
    self.init(
      id: error.id.rawValue, status: ExitStatus(error.category), what: error.what,
      location: error.location.map(Location.cluster), why: error.why, done: error.done,
      next: error.next)
    step = error.step?.title
  }

  /// A connection that could not even be prepared, such as to a URL that is none.
  private init(unconnected error: TransportError) {
    self.init(
      id: ErrorID.unreachable.rawValue, status: .failed,
      what: "cannot prepare a connection to the server", why: "\(error)",
      next: ["check the cluster's entry in the kubeconfig"])
  }

  private init(_ error: TerminalError) {
    switch error {
    case .cannotAsk(let question):
      self.init(
        .confirmationNeeded, status: .refused, what: "a question has to be answered first",
        why: question.singleLine,
        next: ["run it on a terminal, or agree beforehand with --yes"])
    case .cannotRead(let source, let reason):
      self.init(
        .inputUnreadable, status: .failed, what: "cannot read \(source)", why: reason)
    case .cannotOpen(let target, let reason), .cannotWrite(let target, let reason):
      self.init(
        .outputUnwritable, status: .failed, what: "cannot write to \(target)", why: reason,
        next: ["make room, or write somewhere else; what was changed in clusters stays changed"])
    case .brokenPipe(let target):
      self.init(.outputUnwritable, status: .failed, what: "the reader of \(target) is gone")
    }
  }
}
