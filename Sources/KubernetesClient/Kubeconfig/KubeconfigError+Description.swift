extension KubeconfigError: CustomStringConvertible {
  /// One sentence without a full stop, with file, line and column where there are any.
  public var description: String {
    switch self {
    case .fileNotFound(let path): "the kubeconfig \(path) does not exist"
    case .unreadable(let path, let reason): "the kubeconfig \(path) cannot be read: \(reason)"
    case .invalid(let error), .unsupported(_, let error), .unreadableReference(_, _, _, let error),
      .expiredClientCertificate(_, _, let error), .mismatchedClientKey(_, let error):
      "\(error)"
    case .noConfiguration(let searched):
      "there is no kubeconfig: \(searched.joined(separator: ", ")) "
        + (searched.count == 1 ? "does not exist or is empty" : "do not exist or are empty")
    case .noCurrentContext(let available, _):
      "no context was named and the kubeconfig has no current-context; "
        + Self.choice("contexts", available)
    case .unknownContext(let name, let available, _):
      "there is no context \"\(name)\"; " + Self.choice("contexts", available)
    case .missingCluster(_, _, let available, let error):
      "\(error); " + Self.choice("clusters", available)
    case .missingUser(_, _, let available, let error):
      "\(error); " + Self.choice("users", available)
    case .invalidProxyVariable(let reason): "a proxy variable cannot be used: \(reason)"
    case .impersonationWithoutUser: "groups or a UID to act as need a user to act as"
    }
  }

  private static func choice(_ what: String, _ names: [String]) -> String {
    names.isEmpty ? "there are no \(what)" : "the \(what) are \(names.joined(separator: ", "))"
  }
}
