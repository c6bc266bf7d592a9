// Secrets that show by their form.
extension TextMasker {
  /// A private key in PEM (RFC 7468); one that is cut off ends with the text.
  func privateKey() -> Range<Int>? {
    guard matches("-----BEGIN ", at: position) else { return nil }
    let labelEnd = min(bytes.count, position + 64)
    guard let label = firstIndex(of: "PRIVATE KEY-----", from: position, to: labelEnd) else {
      return nil
    }
    let footer = firstIndex(of: "-----END ", from: label, to: bytes.count)
    let end = footer.flatMap { firstIndex(of: "KEY-----", from: $0, to: bytes.count) }
    return position..<(end.map { $0 + 8 } ?? bytes.count)
  }

  /// A JSON web token (RFC 7519): two or three parts of base64, the first of which begins a JSON object.
  func webToken() -> Range<Int>? {
    guard matches("eyJ", at: position) else { return nil }
    let headerEnd = end(of: \.isBase64URLByte, from: position)
    guard headerEnd - position >= 10, headerEnd < bytes.count, bytes[headerEnd] == UInt8(ascii: ".")
    else { return nil }
    let payloadEnd = end(of: \.isBase64URLByte, from: headerEnd + 1)
    guard payloadEnd - headerEnd > 8 else { return nil }
    let hasSignature = payloadEnd < bytes.count && bytes[payloadEnd] == UInt8(ascii: ".")
    return position..<(hasSignature ? end(of: \.isBase64URLByte, from: payloadEnd + 1) : payloadEnd)
  }

  /// A token that says whose it is: OpenShift's, Amazon EKS's, Google's.
  func prefixedToken() -> Range<Int>? {
    guard
      matches("sha256~", at: position) || matches("k8s-aws-v1.", at: position)
        || matches("ya29.", at: position)
    else { return nil }
    let end = end(of: \.isTokenByte, from: position)
    return end - position >= 20 ? position..<end : nil
  }

  /// The secret half of a bootstrap token, `abcdef.0123456789abcdef`. A digit is asked for, which all
  /// but one in 180 have and a host name of this form has not.
  func bootstrapToken() -> Range<Int>? {
    let idEnd = end(of: \.isBootstrapTokenByte, from: position)
    guard idEnd - position == 6, idEnd < bytes.count, bytes[idEnd] == UInt8(ascii: ".") else {
      return nil
    }
    let secretEnd = end(of: \.isBootstrapTokenByte, from: idEnd + 1)
    guard secretEnd - idEnd == 17, bytes[idEnd + 1..<secretEnd].contains(where: \.isASCIIDigit),
      secretEnd == bytes.count || !bytes[secretEnd].isTokenByte || bytes[secretEnd] == 0x2E
    else { return nil }
    return idEnd + 1..<secretEnd
  }

  /// What follows `Bearer` or `Basic` and does not look like a word of a sentence.
  func authorization() -> Range<Int>? {
    var start = position
    if matches("bearer ", at: position, ignoringCase: true) {
      start += 7
    } else if matches("basic ", at: position, ignoringCase: true) {
      start += 6
    } else {
      return nil
    }
    start = end(of: { $0 == 0x20 }, from: start)
    let end = end(of: \.isTokenByte, from: start)
    let token = bytes[start..<end]
    let isWord = token.count < 20 && token.allSatisfy { $0.isASCIILetter || $0 == 0x2E }
    return token.isEmpty || isWord ? nil : start..<end
  }

  /// The password in `scheme://user:password@host`; `position` is at the colon of the scheme.
  func passwordInURL() -> Range<Int>? {
    guard matches("://", at: position) else { return nil }
    let start = position + 3
    let end = end(of: { $0 > 0x20 && !Self.endsURLAuthority($0) }, from: start)
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
