import OpenClusterManagement

/// A range of addresses, such as `10.0.0.0/8` (RFC 4632, section 3.1).
struct AddressBlock: Sendable, Hashable {
  private let network: [UInt8]
  private let length: Int

  /// Reads it; nil for what is no range.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let address = IPAddress(parts[0]), let length = Int(parts[1]),
      parts[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      (0...address.bytes.count * 8).contains(length)
    else { return nil }
    network = address.bytes
    self.length = length
  }

  /// Whether it is one of IPv6.
  var isVersion6: Bool { network.count == 16 }

  /// Whether an address lies in it.
  func contains(_ address: IPAddress) -> Bool { agrees(with: address.bytes, bits: length) }

  /// Whether any address lies in both.
  func overlaps(_ other: AddressBlock) -> Bool {
    agrees(with: other.network, bits: min(length, other.length))
  }

  private func agrees(with bytes: [UInt8], bits: Int) -> Bool {
    guard bytes.count == network.count else { return false }
    return zip(bytes, network).enumerated().allSatisfy { index, pair in
      let counted = min(8, max(0, bits - index * 8))
      return counted == 0 || (pair.0 ^ pair.1) >> (8 - counted) == 0
    }
  }
}
