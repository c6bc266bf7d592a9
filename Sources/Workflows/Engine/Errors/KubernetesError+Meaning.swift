import Documents
import KubernetesClient

/// What a client's error means to the caller of a command.
struct FailureMeaning {
  let id: ErrorID
  let category: ExitCategory
  var next: [String] = []
}

extension KubernetesError {
  /// The stable id, the category and the advice for every kind of refusal by a server.
  var meaning: FailureMeaning {
    switch self {
    case .transport, .credential, .unauthorized, .forbidden: accessMeaning
    case .notKubernetes, .decoding, .tooManyRequests, .server: serverMeaning
    default: objectMeaning
    }
  }

  private var accessMeaning: FailureMeaning {
    switch self {
    case .transport(let failure, _):
      FailureMeaning(id: failure.meaning.id, category: failure.meaning.category)
    case .credential:
      FailureMeaning(
        id: .unauthorized, category: .authentication,
        next: ["repair the user's entry in the kubeconfig"])
    case .forbidden:
      FailureMeaning(
        id: .forbidden, category: .authentication,
        next: ["have that right granted, or use a context whose user has it"])
    default:
      FailureMeaning(
        id: .unauthorized, category: .authentication,
        next: ["renew the credentials of the context, then run it again"])
    }
  }

  private var serverMeaning: FailureMeaning {
    switch self {
    case .notKubernetes, .decoding:
      FailureMeaning(
        id: .notKubernetes, category: .failed,
        next: ["check the server's address in the kubeconfig, and any proxy on the way"])
    case .server(webhook: .some, _):
      FailureMeaning(
        id: .webhookFailed, category: .failed,
        next: ["see why the webhook's pods do not answer, then run it again"])
    default:
      FailureMeaning(id: .serverError, category: .failed, next: ["run it again later"])
    }
  }

  private var objectMeaning: FailureMeaning {
    switch self {
    case .notFound:
      FailureMeaning(id: .objectNotFound, category: .notFound)
    case .resourceTypeMissing:
      FailureMeaning(id: .typeMissing, category: .failed)
    case .alreadyExists:
      FailureMeaning(id: .objectExists, category: .refused)
    case .applyConflict:
      FailureMeaning(
        id: .fieldConflict, category: .refused,
        next: ["take the fields over with --force-conflicts, or leave them to their manager"])
    case .admissionDenied:
      FailureMeaning(id: .webhookFailed, category: .refused)
    case .invalid, .badRequest:
      FailureMeaning(id: .objectInvalid, category: .failed)
    default:
      FailureMeaning(id: .objectConflict, category: .failed, next: ["run it again"])
    }
  }

  /// The cause in the server's words, with the details that the error carries apart.
  var reasonText: String {
    switch self {
    case .applyConflict(let conflicts, _):
      conflicts.map { "\($0.field) is managed by \($0.manager)" }.joined(separator: "; ")
    case .invalid(let causes, let context) where causes.isEmpty:
      context.message ?? "the server finds the object invalid"
    case .invalid(let causes, _):
      causes.map { $0.field.isEmpty ? $0.message : "\($0.field): \($0.message)" }
        .joined(separator: "; ")
    case .resourceTypeMissing(let type, _):
      "the server does not serve \(type.qualifiedName)"
    case .credential(let error, _):
      error.reasonText
    case .notKubernetes(let answer, _):
      answer.reasonText
    case .decoding(let error, _):
      "its answer cannot be read: \(error.description)"
    default:
      context.message ?? context.status.map { "HTTP status \($0)" } ?? "the server says nothing"
    }
  }
}

extension ForeignAnswer {
  fileprivate var reasonText: String {
    switch self {
    case .webPage(let title):
      "a web page answered\(title.map { ": \($0)" } ?? ""), not a Kubernetes API server"
    case .redirect(let target):
      "the server redirects to \(target), as a login page or a gateway does"
    case .httpsPortSpokenToInHTTP:
      "the port speaks HTTPS and the kubeconfig says http://"
    case .other(let contentType, let beginning):
      "the answer is \(contentType ?? "of no type"), not Kubernetes' JSON: \(beginning)"
    }
  }
}

extension CredentialError {
  fileprivate var reasonText: String {
    switch self {
    case .unreadableTokenFile(let path, let reason): "token file \(path): \(reason)"
    case .emptyTokenFile(let path): "token file \(path) is empty"
    case .pluginNotFound(let command, let hint):
      "credential plugin \(command) is not installed\(hint.map { ": \($0)" } ?? "")"
    case .pluginNotStarted(let command, let reason):
      "credential plugin \(command) cannot be started: \(reason)"
    case .pluginFailed(let command, let status, let output):
      "credential plugin \(command) failed (\(status)): \(output)"
    case .pluginAnswer(let command, let reason):
      "the answer of credential plugin \(command) cannot be used: \(reason)"
    case .pluginNeedsTerminal(let command):
      "credential plugin \(command) needs a terminal"
    case .pluginTimedOut(let command, let after):
      "credential plugin \(command) did not end within \(after.spoken)"
    }
  }
}
