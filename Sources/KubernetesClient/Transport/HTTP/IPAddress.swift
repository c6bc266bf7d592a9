/// An IPv4 or IPv6 address. IPv4 addresses mapped into IPv6 (RFC 4291, 2.5.5.2) are the IPv4 ones, as in Go.
struct IPAddress: Sendable, Hashable {
  /// 4 or 16 bytes, most significant first.
  let bytes: [UInt8]

  /// An address of 4 or 16 bytes; nil for any other count.
  init?(bytes: [UInt8]) {
    let mapping: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    switch bytes.count {
    case 4: self.bytes = bytes
    case 16: self.bytes = bytes.starts(with: mapping) ? Array(bytes[12...]) : bytes
    default: return nil
    }
  }

  /// Reads the usual notations, without brackets, zones or leading zeros.
  init?(_ text: some StringProtocol) {
    guard let bytes = text.contains(":") ? Self.sixteenBytes(text) : Self.fourBytes(text) else {
      return nil
    }
    self.init(bytes: bytes)
  }

  /// Whether the address stays within the machine (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3).
  var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  private static func fourBytes(_ text: some StringProtocol) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let bytes = parts.compactMap { part -> UInt8? in
      guard part.count == 1 || part.first != "0", part.allSatisfy(\.isNumber) else { return nil }
      return UInt8(part)
    }
    return bytes.count == 4 ? bytes : nil
  }

  private static func sixteenBytes(_ text: some StringProtocol) -> [UInt8]? {
    guard let gap = text.firstRange(of: "::") else {
      guard let bytes = groups(text), bytes.count == 16 else { return nil }
      return bytes
    }
    let (before, after) = (text[..<gap.lowerBound], text[gap.upperBound...])
    guard let head = before.isEmpty ? [] : groups(before, canEmbed: false),
      let tail = after.isEmpty ? [] : groups(after), head.count + tail.count <= 14
    else { return nil }
    return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  /// The bytes of groups between colons, the last of which may be an IPv4 address at the end of the whole.
  private static func groups(_ text: some StringProtocol, canEmbed: Bool = true) -> [UInt8]? {
    var bytes: [UInt8] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if canEmbed, index == parts.count - 1, let embedded = fourBytes(part) {
        bytes += embedded
      } else {
        guard part.count <= 4, part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16)
        else { return nil }
        bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
      }
    }
    return bytes
  }
}

extension IPAddress: CustomStringConvertible {
  /// The canonical notation, for IPv6 that of RFC 5952.
  var description: String {
    guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    let words = groups.map { String($0, radix: 16) }
    guard let gap = longestZeroRun(groups) else { return words.joined(separator: ":") }
    return words[..<gap.lowerBound].joined(separator: ":") + "::"
      + words[gap.upperBound...].joined(separator: ":")
  }

  /// The first longest run of two or more zeros.
  private func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
    var longest: Range<Int>?
    var start = 0
    while start < groups.count {
      let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
      if end - start >= 2, end - start > longest?.count ?? 0 { longest = start..<end }
      start = end + 1
    }
    return longest
  }
}

/// A range of addresses such as `10.0.0.0/8`.
struct AddressRange: Sendable, Hashable {
  private let network: IPAddress
  private let prefixLength: Int

  /// Reads CIDR notation (RFC 4632, 3.1); nil when it is none.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let network = IPAddress(parts[0]), let length = Int(parts[1]),
      parts[1].allSatisfy(\.isNumber), (0...network.bytes.count * 8).contains(length)
    else { return nil }
    self.network = network
    prefixLength = length
  }

  /// Whether `address` is in the range; never true across IP versions.
  func contains(_ address: IPAddress) -> Bool {
    guard address.bytes.count == network.bytes.count else { return false }
    return zip(address.bytes, network.bytes).enumerated().allSatisfy { index, pair in
      let bits = min(8, max(0, prefixLength - index * 8))
      return (pair.0 ^ pair.1) >> (8 - bits) == 0
    }
  }
}
