import FoundationEssentials

/// Base64 (RFC 4648), as Secrets and kubeconfigs hold their bytes.
enum Base64 {
  /// The bytes that `text` encodes; line breaks and spaces between are passed over. Nil when it is
  /// not base64.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    decode(Array(text.utf8))
  }

  /// The bytes that `text`, in ASCII, encodes; as above.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    let compact = text.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    return Data(base64Encoded: Data(compact)).map(Array.init)
  }
}
