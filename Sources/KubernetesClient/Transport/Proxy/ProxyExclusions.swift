/// The servers a `NO_PROXY` list excludes, read as `golang.org/x/net/http/httpproxy` does.
struct ProxyExclusions: Sendable, Hashable {
  private enum Rule: Sendable, Hashable {
    case range(AddressRange)
    case address(IPAddress, port: Int?)
    /// `suffix` begins with a dot; `includesParent` says whether the name without it matches, too.
    case domain(suffix: String, includesParent: Bool, port: Int?)
  }

  private var rules: [Rule] = []
  private var excludesEverything = false

  /// Reads a comma-separated list. Entries that mean nothing are passed over.
  init(_ list: String) {
    for entry in list.split(separator: ",") {
      let entry = entry.trimmingWhitespace().lowercased()
      if entry == "*" {
        excludesEverything = true
      } else if let range = AddressRange(entry) {
        rules.append(.range(range))
      } else if let rule = Self.rule(entry) {
        rules.append(rule)
      }
    }
  }

  /// Whether requests to `host` bypass the proxy. Those to the machine itself always do.
  func contains(host: String, port: Int) -> Bool {
    let address = IPAddress(host)
    if excludesEverything || host == "localhost" || address?.isLoopback == true { return true }
    return rules.contains { rule in
      switch rule {
      case .range(let range):
        address.map(range.contains) ?? false
      case .address(let excluded, let excludedPort):
        excluded == address && (excludedPort ?? port) == port
      case .domain(let suffix, let includesParent, let excludedPort):
        (host.hasSuffix(suffix) || includesParent && host == suffix.dropFirst())
          && (excludedPort ?? port) == port
      }
    }
  }

  private static func rule(_ entry: String) -> Rule? {
    if let address = IPAddress(entry) { return .address(address, port: nil) }
    var name = Substring(entry)
    var port: Int?
    if let colon = entry.lastIndex(of: ":") {
      guard let number = Int(entry[entry.index(after: colon)...]) else { return nil }
      (name, port) = (entry[..<colon], number)
    }
    if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
    if let address = IPAddress(name) { return .address(address, port: port) }
    if name.hasPrefix("*.") { name = name.dropFirst() }
    guard !name.isEmpty else { return nil }
    let isSuffix = name.hasPrefix(".")
    return .domain(
      suffix: isSuffix ? String(name) : "." + name, includesParent: !isSuffix, port: port)
  }
}

extension Substring {
  fileprivate func trimmingWhitespace() -> Substring {
    var rest = drop(while: \.isWhitespace)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
