extension KubernetesError: CustomStringConvertible {
  /// One line: what failed, on which cluster, and why, in the server's words where there are any. Holds
  /// nothing secret.
  public var description: String {
    "cannot \(context) on \(context.connection): \(reason)"
  }

  /// Why, without what and where.
  public var reason: String {
    switch self {
    case .transport(let error, _): "\(error)"
    case .credential(let error, _): "\(error)"
    case .notKubernetes(let answer, _): "what answers is not a Kubernetes API server: \(answer)"
    case .decoding(let error, _): "the answer cannot be read: \(error)"
    case .resourceTypeMissing(let type, _):
      "the server does not serve \(type.qualifiedName) in version \(type.version)"
    case .unauthorized(let context):
      "the server does not accept the credentials" + context.quotedMessage
    case .server(let webhook?, let context):
      "the server could not ask the admission webhook \(webhook)" + context.quotedMessage
    default: context.words
    }
  }
}

extension RequestContext {
  /// What the server said, or the status where it said nothing.
  fileprivate var words: String {
    if let message, !message.isEmpty { return message }
    return "the server answered with status \(status.map(String.init) ?? "unknown")"
  }

  fileprivate var quotedMessage: String {
    guard let message, !message.isEmpty else { return "" }
    return ": \(message)"
  }
}
