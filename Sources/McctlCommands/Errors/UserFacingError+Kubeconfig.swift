import Documents
import KubernetesClient

extension UserFacingError {
  /// A kubeconfig that leads nowhere.
  init(_ error: KubeconfigError) {
    switch error {
    case .fileNotFound, .unreadable, .noConfiguration, .unreadableReference:
      self = Self.missing(error)
    case .invalid(let problem):
      self.init(
        .kubeconfigInvalid, status: .failed, what: "the kubeconfig cannot be used",
        location: Self.position(problem), why: problem.message,
        next: ["correct the file at that place"])
    case .unsupported(let field, let problem):
      self.init(
        .kubeconfigUnsupported, status: .failed,
        what: "the kubeconfig asks for \(field), which mcctl does not do",
        location: Self.position(problem), why: problem.message,
        next: ["use a user entry with a token, a client certificate or an exec plugin"])
    case .noCurrentContext, .unknownContext, .missingCluster, .missingUser:
      self = Self.unresolved(error)
    case .invalidProxyVariable(let reason):
      self.init(
        .kubeconfigInvalid, status: .failed,
        what: "a proxy variable of the environment cannot be used", why: reason,
        next: ["correct or unset it"])
    case .impersonationWithoutUser:
      self.init(
        .usage, status: .usage, what: "groups or a UID to act as need a user to act as",
        next: ["name the user with --as"])
    case .expiredClientCertificate(let subject, let expiredAt, let problem):
      self.init(
        .kubeconfigCertificate, status: .authentication,
        what: "the client certificate of \(subject) expired at \(expiredAt)",
        location: Self.position(problem), next: ["get a new client certificate for the context"])
    case .mismatchedClientKey(let subject, let problem):
      self.init(
        .kubeconfigCertificate, status: .authentication,
        what: "client certificate and key of \(subject) do not belong together",
        location: Self.position(problem),
        next: ["put the key that belongs to the certificate into the user's entry"])
    }
  }

  private static func missing(_ error: KubeconfigError) -> UserFacingError {
    switch error {
    case .fileNotFound(let path):
      UserFacingError(
        .kubeconfigMissing, status: .failed, what: "there is no kubeconfig at \(path)",
        next: ["check the path"])
    case .unreadable(let path, let reason):
      UserFacingError(
        .kubeconfigUnreadable, status: .failed, what: "the kubeconfig cannot be read",
        location: .file(path), why: reason, next: ["check the path and its permissions"])
    case .unreadableReference(let field, let path, let reason, let problem):
      UserFacingError(
        .kubeconfigUnreadable, status: .failed,
        what: "the file \(path), named as \(field) in the kubeconfig, cannot be read",
        location: position(problem), why: reason,
        next: ["correct the path in the kubeconfig, or the file's permissions"])
    default:
      UserFacingError(
        .kubeconfigMissing, status: .failed, what: "no kubeconfig was found",
        why: "looked for: \(searched(error).joined(separator: ", "))",
        next: ["name one with --kubeconfig or the environment variable KUBECONFIG"])
    }
  }

  private static func searched(_ error: KubeconfigError) -> [String] {
    guard case .noConfiguration(let places) = error else { return [] }
    return places
  }

  private static func unresolved(_ error: KubeconfigError) -> UserFacingError {
    switch error {
    case .unknownContext(let name, let available, let sources):
      return UserFacingError(
        .kubeconfigUnknownContext, status: .failed, what: "there is no context \"\(name)\"",
        location: sources.isEmpty ? nil : .file(sources.joined(separator: ", ")),
        why: contexts(available),
        next: EditDistance.nearest(to: name, among: available).map { ["did you mean \"\($0)\"?"] }
          ?? ["name one that is there, or another kubeconfig"])
    case .missingCluster(let name, let context, let available, let problem):
      return UserFacingError(
        .kubeconfigIncomplete, status: .failed,
        what: "context \"\(context)\" names cluster \"\(name)\", which is in no kubeconfig",
        location: position(problem), why: "clusters are: \(available.joined(separator: ", "))",
        next: ["correct the context, or add the cluster's entry"])
    case .missingUser(let name, let context, let available, let problem):
      return UserFacingError(
        .kubeconfigIncomplete, status: .failed,
        what: "context \"\(context)\" names user \"\(name)\", which is in no kubeconfig",
        location: position(problem), why: "users are: \(available.joined(separator: ", "))",
        next: ["correct the context, or add the user's entry"])
    default:
      guard case .noCurrentContext(let available, let sources) = error else {
        return UserFacingError(
          .kubeconfigNoContext, status: .failed, what: "no context was named")
      }
      return UserFacingError(
        .kubeconfigNoContext, status: .failed,
        what: "no context was named, and the kubeconfig has no current one",
        location: sources.isEmpty ? nil : .file(sources.joined(separator: ", ")),
        why: contexts(available), next: ["name one with --context"])
    }
  }

  private static func contexts(_ names: [String]) -> String {
    names.isEmpty ? "it has no contexts" : "contexts are: \(names.joined(separator: ", "))"
  }

  private static func position(_ problem: DocumentError) -> Location? {
    guard let source = problem.source else { return nil }
    let numbers = [problem.line, problem.column].compactMap(\.self).map { ":\($0)" }.joined()
    return .file(source + numbers)
  }
}
