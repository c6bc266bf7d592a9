/// An IPv4 or IPv6 address, read from its text.
package struct IPAddress: Sendable, Hashable {
  /// Four or sixteen bytes.
  package let bytes: [UInt8]

  /// Reads dotted decimals or the colon form of RFC 4291, section 2.2, a zone at the end included.
  package init?(_ text: String) {
    if let bytes = Self.version4(Substring(text)) {
      self.bytes = bytes
    } else if let bytes = Self.version6(text.prefix { $0 != "%" }) {
      self.bytes = bytes
    } else {
      return nil
    }
  }

  /// From where the address can be reached.
  var reachability: HostReachability {
    if bytes.count == 4 { return Self.reachability4(bytes) }
    // ::ffff:a.b.c.d is the IPv4 address (RFC 4291, section 2.5.5.2).
    if bytes[0..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return Self.reachability4(Array(bytes[12...]))
    }
    if bytes[0..<15].allSatisfy({ $0 == 0 }), bytes[15] <= 1 { return .loopback }
    if bytes[0] == 0xFE, bytes[1] & 0xC0 == 0x80 { return .linkLocal }
    if bytes[0] & 0xFE == 0xFC { return .privateAddress }
    return .publicAddress
  }

  private static func reachability4(_ bytes: [UInt8]) -> HostReachability {
    switch (bytes[0], bytes[1]) {
    case (127, _), (0, _): .loopback
    case (169, 254): .linkLocal
    case (10, _), (192, 168), (172, 16...31), (100, 64...127): .privateAddress
    default: .publicAddress
    }
  }

  private static func version4(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let bytes = parts.compactMap { part -> UInt8? in
      guard part.count <= 3, part.allSatisfy(\.isASCII), part.allSatisfy(\.isNumber) else {
        return nil
      }
      return UInt8(part)
    }
    return bytes.count == 4 ? bytes : nil
  }

  private static func version6(_ text: Substring) -> [UInt8]? {
    guard text.contains(":") else { return nil }
    guard let gap = text.firstRange(of: "::") else {
      let bytes = groups(text)
      return bytes?.count == 16 ? bytes : nil
    }
    let tail = text[gap.upperBound...]
    guard let left = groups(text[..<gap.lowerBound]), let right = groups(tail),
      left.count + right.count <= 14, !tail.contains("::")
    else { return nil }
    return left + Array(repeating: 0, count: 16 - left.count - right.count) + right
  }

  /// Groups of hexadecimal digits between colons, the last of which may be an IPv4 address.
  private static func groups(_ text: Substring) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    var bytes: [UInt8] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, let address = version4(part) {
        bytes += address
      } else if part.count <= 4, part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16)
      {
        bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
      } else {
        return nil
      }
    }
    return bytes
  }
}
