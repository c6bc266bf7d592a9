extension RemoteHost {
  /// Reads jump hosts as `ssh -J` takes them: `[user@]host[:port]`, several separated by commas, IPv6 in brackets.
  ///
  /// - Parameter like: the host behind them; keys, passwords and known hosts are taken over from it.
  /// - Throws: ``RemoteHostError/invalid(_:)``.
  public static func jumps(
    _ text: String, like host: RemoteHost
  ) throws(RemoteHostError) -> [RemoteHost] {
    var hosts: [RemoteHost] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var jump = RemoteHost(
        address: "", identityFile: host.identityFile, keyPassphrase: host.keyPassphrase,
        password: host.password, knownHosts: host.knownHosts, fingerprints: host.fingerprints)
      try jump.take(String(part))
      hosts.append(jump)
    }
    return hosts
  }

  private mutating func take(_ text: String) throws(RemoteHostError) {
    var rest = Substring(text)
    if let at = rest.lastIndex(of: "@") {
      user = String(rest[..<at])
      rest = rest[rest.index(after: at)...]
    }
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      address = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
    } else if rest.filter({ $0 == ":" }).count > 1 {
      address = String(rest)
      rest = ""
    } else {
      address = String(rest.prefix { $0 != ":" })
      rest = rest.dropFirst(address.count)
    }
    if !rest.isEmpty {
      guard rest.hasPrefix(":"), let number = Int(rest.dropFirst()) else {
        throw .invalid("\"\(text)\" is no jump host: write [user@]host[:port]")
      }
      port = number
    }
    try validate()
  }

  /// Refuses what `ssh` could take for something else than a host, a user or a file.
  func validate() throws(RemoteHostError) {
    try Self.require(
      !address.isEmpty && !address.hasPrefix("-") && address.utf8.allSatisfy(Self.isPlain),
      "\"\(address)\" is no host's name or address")
    if let user {
      try Self.require(
        !user.isEmpty && !user.hasPrefix("-") && user.utf8.allSatisfy(Self.isPlain),
        "\"\(user)\" cannot be a user's name")
    }
    if let port {
      try Self.require((1...65535).contains(port), "\(port) is no port: write 1 to 65535")
    }
    for path in [identityFile, knownHosts].compactMap(\.self) {
      try Self.require(
        !path.isEmpty && !path.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") },
        "ssh cannot take a file of the name \"\(path)\"")
    }
    for fingerprint in fingerprints {
      try Self.require(
        fingerprint.hasPrefix("SHA256:"),
        "\"\(fingerprint)\" is no fingerprint: write SHA256: and what ssh-keygen -l prints")
    }
    for host in jump { try host.validate() }
  }

  private static func require(_ holds: Bool, _ reason: String) throws(RemoteHostError) {
    guard holds else { throw .invalid(reason) }
  }

  /// Letters, digits and what names and addresses have beside them (a zone's `%` too).
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: ".:-_%@".utf8.contains(byte)
    }
  }
}
