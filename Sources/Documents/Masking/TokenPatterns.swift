// Secrets that show by their form.
extension TextMasker {
  /// A private key in PEM (RFC 7468); one that is cut off ends with the text.
  func privateKey() -> Range<Int>? {
    guard bytes.has("-----BEGIN ", at: position) else { return nil }
    let labelEnd = min(bytes.count, position + 64)
    guard let label = bytes.firstIndex(of: "PRIVATE KEY-----", from: position, to: labelEnd) else {
      return nil
    }
    let footer = bytes.firstIndex(of: "-----END ", from: label)
    let end = footer.flatMap { bytes.firstIndex(of: "KEY-----", from: $0) }
    return position..<(end.map { $0 + 8 } ?? bytes.count)
  }

  /// A JSON web token (RFC 7519): two or three parts of base64, the first of which begins a JSON object.
  func webToken() -> Range<Int>? {
    guard bytes.has("eyJ", at: position) else { return nil }
    let headerEnd = bytes.end(from: position, while: \.isBase64URLByte)
    guard headerEnd - position >= 10, headerEnd < bytes.count, bytes[headerEnd] == UInt8(ascii: ".")
    else { return nil }
    let payloadEnd = bytes.end(from: headerEnd + 1, while: \.isBase64URLByte)
    guard payloadEnd - headerEnd > 8 else { return nil }
    let hasSignature = payloadEnd < bytes.count && bytes[payloadEnd] == UInt8(ascii: ".")
    return
      position..<(hasSignature
      ? bytes.end(from: payloadEnd + 1, while: \.isBase64URLByte) : payloadEnd)
  }

  /// A token that says whose it is: OpenShift's, Amazon EKS's, Google's.
  func prefixedToken() -> Range<Int>? {
    guard
      bytes.has("sha256~", at: position) || bytes.has("k8s-aws-v1.", at: position)
        || bytes.has("ya29.", at: position)
    else { return nil }
    let end = bytes.end(from: position, while: \.isTokenByte)
    return end - position >= 20 ? position..<end : nil
  }

  /// The secret half of a bootstrap token, `abcdef.0123456789abcdef`. A digit is asked for, which all
  /// but one in 180 have and a host name of this form has not.
  func bootstrapToken() -> Range<Int>? {
    let idEnd = bytes.end(from: position, while: \.isBootstrapTokenByte)
    guard idEnd - position == 6, idEnd < bytes.count, bytes[idEnd] == UInt8(ascii: ".") else {
      return nil
    }
    let secretEnd = bytes.end(from: idEnd + 1, while: \.isBootstrapTokenByte)
    guard secretEnd - idEnd == 17, bytes[idEnd + 1..<secretEnd].contains(where: \.isASCIIDigit),
      secretEnd == bytes.count || !bytes[secretEnd].isTokenByte || bytes[secretEnd] == 0x2E
    else { return nil }
    return idEnd + 1..<secretEnd
  }

  /// What follows `Bearer` or `Basic` and does not look like a word of a sentence.
  func authorization() -> Range<Int>? {
    var start = position
    if bytes.has("bearer ", at: position, ignoringCase: true) {
      start += 7
    } else if bytes.has("basic ", at: position, ignoringCase: true) {
      start += 6
    } else {
      return nil
    }
    start = bytes.end(from: start, while: { $0 == 0x20 })
    let end = bytes.end(from: start, while: \.isTokenByte)
    let token = bytes[start..<end]
    let isWord = token.count < 20 && token.allSatisfy { $0.isASCIILetter || $0 == 0x2E }
    return token.isEmpty || isWord ? nil : start..<end
  }

  /// The password in `scheme://user:password@host`; `position` is at the colon of the scheme.
  func passwordInURL() -> Range<Int>? {
    guard bytes.has("://", at: position) else { return nil }
    let start = position + 3
    let end = bytes.end(from: start, while: { $0 > 0x20 && !Self.endsURLAuthority($0) })
    guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")),
      let colon = bytes[start..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
    else { return nil }
    return colon + 1..<at
  }

  private static func endsURLAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}
