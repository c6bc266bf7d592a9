import FoundationEssentials

/// From where the host of an API server's URL can be reached, judged by its name or address alone:
/// nothing is resolved and nothing is contacted.
public enum HostReachability: String, Sendable, Hashable, CaseIterable {
  /// Only from the machine itself: `localhost`, 127.0.0.0/8, ::1, and the unspecified addresses.
  case loopback
  /// Only on the same link: 169.254.0.0/16, fe80::/10.
  case linkLocal
  /// Only from pods of the cluster itself: `kubernetes.default.svc` and the like.
  case insideCluster
  /// Only where somebody set the name up: a single label, or a name reserved for local use, such as
  /// `host.docker.internal` and `kind-control-plane`.
  case localName
  /// Within private networks: RFC 1918, RFC 6598, unique local IPv6 addresses.
  case privateAddress
  /// A public address.
  case publicAddress
  /// A host name that looks as if it could be resolved anywhere.
  case publicName

  /// Whether an agent elsewhere can have no way there, so that importing makes no sense.
  public var isUnreachableFromElsewhere: Bool { limit != nil }

  /// What the host is and who alone reaches it, to follow "the host is"; nil when others may too.
  public var limit: String? {
    switch self {
    case .loopback: "a loopback address, which only the machine itself reaches"
    case .linkLocal: "a link-local address, which only machines on the same link reach"
    case .insideCluster: "a name that only pods of the cluster itself resolve"
    case .localName, .privateAddress, .publicAddress, .publicName: nil
    }
  }

  /// What has to hold so that others reach the host, to follow "the host is"; nil when nothing has to.
  public var condition: String? {
    switch self {
    case .localName: "a local name, which only resolves where somebody set it up"
    case .privateAddress: "a private address, which only machines of that network reach"
    case .loopback, .linkLocal, .insideCluster, .publicAddress, .publicName: nil
    }
  }

  /// Judges the host of a URL.
  ///
  /// - Throws: When the text is not an `https` URL with a host.
  public static func classify(url text: String) throws(EndpointError) -> HostReachability {
    classify(host: try host(ofURL: text))
  }

  /// Judges a host name or address; an IPv6 address may stand in brackets.
  public static func classify(host: String) -> HostReachability {
    var name = host.lowercased()
    if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
    if let address = IPAddress(name) { return address.reachability }
    while name.hasSuffix(".") { name.removeLast() }
    if name == "localhost" || name.hasSuffix(".localhost") { return .loopback }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if isInsideCluster(labels) { return .insideCluster }
    // RFC 6762 (local), RFC 6761 (invalid, test), RFC 8375 (home.arpa), ICANN (internal).
    let localEndings: Set<Substring> = ["local", "internal", "lan", "home", "invalid", "test"]
    if labels.count == 1 || localEndings.contains(labels[labels.count - 1])
      || name.hasSuffix(".home.arpa")
    {
      return isCloudInternal(name) ? .privateAddress : .localName
    }
    return .publicName
  }

  /// The host of an `https` URL, without brackets.
  static func host(ofURL text: String) throws(EndpointError) -> String {
    guard let components = URLComponents(string: text), let scheme = components.scheme else {
      throw .notAURL(text)
    }
    guard scheme.lowercased() == "https" else { throw .notSecure(text) }
    guard let host = components.host, !host.isEmpty else { throw .notAURL(text) }
    return host
  }

  /// `kubernetes`, `kubernetes.default`, and every `….svc` and `….svc.cluster.local`.
  private static func isInsideCluster(_ labels: [Substring]) -> Bool {
    if labels.first == "kubernetes", labels.count == 1 || labels.dropFirst() == ["default"] {
      return true
    }
    return labels.count > 2 && labels.contains("svc")
      && (labels.last == "svc" || labels.suffix(3) == ["svc", "cluster", "local"])
  }

  /// Names that clouds give machines inside one private network (AWS, Google Cloud): every machine
  /// there resolves them.
  private static func isCloudInternal(_ name: String) -> Bool {
    name.hasSuffix(".compute.internal") || name.hasSuffix(".ec2.internal")
      || name.hasSuffix(".google.internal")
  }
}

/// Why a URL cannot be an API server's.
public enum EndpointError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Not a URL with a host.
  case notAURL(String)
  /// Not `https`, which OCM requires.
  case notSecure(String)

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .notAURL(let text): "\"\(text)\" is not a URL with a host"
    case .notSecure(let text): "\"\(text)\" does not begin with https://"
    }
  }
}
