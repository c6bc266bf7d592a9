public import Documents

/// Why a request to an API server did not do what was asked.
public enum KubernetesError: Error, Sendable, Hashable {
  /// The server was not reached, or the connection broke.
  case transport(TransportError, RequestContext)
  /// Credentials could not be obtained, so nothing was sent.
  case credential(CredentialError, RequestContext)
  /// The server does not know the caller (401): credentials are missing, wrong or expired.
  case unauthorized(RequestContext)
  /// The caller may not do this (403).
  case forbidden(Forbidden, RequestContext)
  /// An admission webhook or policy refused the change; `by` is its name.
  case admissionDenied(by: String, RequestContext)
  /// The namespace is being deleted and takes no new objects (403 with that cause).
  case namespaceTerminating(String, RequestContext)
  /// The object is not there (404). On a create it is usually the namespace that is missing.
  case notFound(ObjectReference?, RequestContext)
  /// The server does not serve this type: its CRD or API service is missing.
  case resourceTypeMissing(ResourceType, RequestContext)
  /// An object of that name exists (409 AlreadyExists).
  case alreadyExists(ObjectReference?, RequestContext)
  /// The object has changed meanwhile, or a precondition does not hold (409 Conflict).
  case conflict(RequestContext)
  /// Server-side apply would take fields from other managers (409 Conflict with causes).
  case applyConflict([ApplyConflict], RequestContext)
  /// A resource version or continue token is too old (410).
  case gone(RequestContext)
  /// The document does not pass validation (422).
  case invalid([FieldCause], RequestContext)
  /// The request itself is wrong: 400, 405, 406, 413, 415.
  case badRequest(RequestContext)
  /// The server asks to come back later (429); `retryAfter` as far as it says.
  case tooManyRequests(retryAfter: Duration?, RequestContext)
  /// The server failed (5xx); `webhook` names the admission webhook that it could not reach.
  case server(webhook: String?, RequestContext)
  /// What answered is not a Kubernetes API server.
  case notKubernetes(ForeignAnswer, RequestContext)
  /// A Kubernetes answer that cannot be read.
  case decoding(DocumentError, RequestContext)

  /// What was asked, of whom, and the server's words.
  public var context: RequestContext {
    switch self {
    case .unauthorized(let context), .conflict(let context), .gone(let context),
      .badRequest(let context):
      context
    case .transport(_, let context), .credential(_, let context), .forbidden(_, let context),
      .admissionDenied(_, let context), .namespaceTerminating(_, let context),
      .notFound(_, let context), .resourceTypeMissing(_, let context),
      .alreadyExists(_, let context), .applyConflict(_, let context), .invalid(_, let context),
      .tooManyRequests(_, let context), .server(_, let context),
      .notKubernetes(_, let context), .decoding(_, let context):
      context
    }
  }
}
