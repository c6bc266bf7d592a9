import KubernetesClient

/// What a client's error means to the caller of a command.
struct FailureMeaning {
  let id: ErrorID
  let category: ExitCategory
  var next: [String] = []
}

extension KubernetesError {
  /// The stable id, the category and the advice for every way a request can fail.
  var meaning: FailureMeaning {
    switch self {
    case .transport(let failure, _): failure.meaning
    case .credential, .unauthorized, .forbidden: accessMeaning
    case .notKubernetes, .decoding, .tooManyRequests, .server: serverMeaning
    default: objectMeaning
    }
  }

  /// The cause, with the details that the error carries apart from the server's words.
  var detailedReason: String {
    switch self {
    case .applyConflict(let conflicts, _):
      conflicts.map { "\($0.field) is managed by \($0.manager)" }.joined(separator: "; ")
    case .invalid(let causes, _) where !causes.isEmpty:
      causes.map { $0.field.isEmpty ? $0.message : "\($0.field): \($0.message)" }
        .joined(separator: "; ")
    default: reason
    }
  }

  private var accessMeaning: FailureMeaning {
    switch self {
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
    case .badRequest(let context) where context.isAboutSelector:
      FailureMeaning(
        id: .invalidRequest, category: .usage,
        next: ["write the selector as key=value, key!=value, key in (a,b), key or !key"])
    case .invalid, .badRequest:
      FailureMeaning(id: .objectInvalid, category: .failed)
    default:
      FailureMeaning(id: .objectConflict, category: .failed, next: ["run it again"])
    }
  }
}

extension RequestContext {
  /// The server could not read a label selector; these are the words of `apimachinery/pkg/labels`.
  fileprivate var isAboutSelector: Bool {
    verb == "list" && message?.contains("unable to parse requirement") == true
  }
}
