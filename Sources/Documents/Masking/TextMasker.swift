/// Searches a text for secrets, from left to right and looking at no byte more than a few times.
struct TextMasker {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to look at.
  private(set) var position = 0
  private let isEncodedSecret: (UnsafeBufferPointer<UInt8>) -> Bool

  /// The text with its secrets masked; nil when there are none.
  ///
  /// - Parameter isEncodedSecret: whether a run of base64 hides a secret.
  static func masked(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isEncodedSecret: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> String? {
    withoutActuallyEscaping(isEncodedSecret) { isEncodedSecret in
      var masker = TextMasker(bytes: bytes, isEncodedSecret: isEncodedSecret)
      return masker.run()
    }
  }

  private init(
    bytes: UnsafeBufferPointer<UInt8>,
    isEncodedSecret: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    self.bytes = bytes
    self.isEncodedSecret = isEncodedSecret
  }

  private mutating func run() -> String? {
    var output: [UInt8] = []
    var copied = 0
    while position < bytes.count {
      if let secret = findSecret() {
        output.append(contentsOf: bytes[copied..<secret.lowerBound])
        output.append(contentsOf: Masking.mask.utf8)
        copied = secret.upperBound
        position = secret.upperBound
      } else {
        // The rest of a word cannot begin anything.
        let next = bytes[position].isWordByte ? bytes.end(from: position, while: \.isWordByte) : 0
        position = max(position + 1, next)
      }
    }
    guard copied > 0 else { return nil }
    output.append(contentsOf: bytes[copied...])
    return String(decoding: output, as: UTF8.self)
  }

  /// The bytes to mask when something that begins at `position`, the start of a word or a sign, is or
  /// names a secret.
  private func findSecret() -> Range<Int>? {
    let byte = bytes[position]
    if byte == UInt8(ascii: "-") { return privateKey() }
    if byte == UInt8(ascii: ":") { return passwordInURL() }
    guard byte.isWordByte else { return nil }
    // Each of these looks at a whole run of bytes, which is done once: where the run begins.
    if !isPreceded(by: \.isBase64URLByte) {
      if let found = webToken() ?? prefixedToken() ?? bootstrapToken() { return found }
    }
    if !isPreceded(by: \.isBase64Byte), let found = encodedSecret() { return found }
    return authorization() ?? namedSecret()
  }

  private func encodedSecret() -> Range<Int>? {
    let end = bytes.end(from: position, while: \.isBase64Byte)
    guard end - position >= 40, isEncodedSecret(bytes.part(position..<end)) else { return nil }
    return position..<end
  }

  /// Whether the byte before `position` satisfies `condition`.
  func isPreceded(by condition: (UInt8) -> Bool) -> Bool {
    position > 0 && condition(bytes[position - 1])
  }
}
