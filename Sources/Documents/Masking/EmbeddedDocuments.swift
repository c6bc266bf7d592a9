extension ValueMasker {
  /// How often a text within a text is looked into: a kubeconfig in base64 in a YAML in an annotation.
  private static let maxNesting = 4
  /// Larger texts are searched for secrets, but not read as documents.
  private static let documentLimits = Limits(maxBytes: 8 << 20, maxNodes: 500_000)

  /// The text with its secrets masked, as the document it is or as mere text.
  func masked(text: String) -> String {
    text.utf8.withContiguousStorageIfAvailable { masked($0) ?? text }
      ?? Array(text.utf8).withUnsafeBufferPointer { masked($0) ?? text }
  }

  /// The masked text; nil when there is nothing to mask.
  private func masked(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count >= 8 else { return nil }
    guard nesting < Self.maxNesting else { return TextMasker.masked(bytes) { _ in false } }
    let inner = ValueMasker(assumesSecret: assumesSecret, nesting: nesting + 1)
    if bytes.startsLikeJSON, let value = try? JSON.decode(bytes, limits: Self.documentLimits) {
      let result = inner.masked(value)
      return result == value ? nil : JSON.text(result)
    }
    if bytes.looksLikeKubernetesYAML, let result = inner.maskedYAML(bytes) { return result }
    if bytes.looksLikeSecret || inner.isEncodedSecret(bytes) { return Masking.mask }
    return TextMasker.masked(bytes, isEncodedSecret: inner.isEncodedSecret)
  }

  /// The text masked as YAML; nil when it is none or has no secrets outside its comments.
  private func maskedYAML(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let values = try? YAML.decodeAll(Array(bytes), limits: Self.documentLimits) else {
      return nil
    }
    let results = values.map(masked)
    return results == values ? nil : YAML.text(all: results)
  }

  /// Whether these bytes are base64 of a text that holds a secret.
  private func isEncodedSecret(_ encoded: UnsafeBufferPointer<UInt8>) -> Bool {
    guard encoded.count >= 40, encoded.allSatisfy({ $0.isBase64Byte || $0.isASCIISpace }),
      let bytes = Base64.decode(Array(encoded)), String(validating: bytes, as: UTF8.self) != nil
    else { return false }
    return bytes.withUnsafeBufferPointer { masked($0) != nil }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var startsLikeJSON: Bool {
    let first = first { !$0.isASCIISpace }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Whether a line at the left edge begins like those of Kubernetes objects or of a kubeconfig.
  fileprivate var looksLikeKubernetesYAML: Bool {
    let beginnings: [StaticString] = [
      "apiVersion:", "kind:", "users:", "clusters:", "- apiVersion:", "- kind:",
    ]
    var line: Int? = 0
    while let start = line, start < count {
      if beginnings.contains(where: { has($0, at: start) }) { return true }
      line = self[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }
    return false
  }

  /// Whether this is cut from a Secret: it says `kind: Secret` and has a member `data`.
  fileprivate var looksLikeSecret: Bool {
    var start = 0
    while let found = firstIndex(of: "kind", from: start) {
      start = found + 4
      let value = end(from: start) { $0 == 0x20 || $0.isQuote || $0 == UInt8(ascii: ":") }
      let after = value + 6
      if self[start..<value].contains(UInt8(ascii: ":")), has("Secret", at: value),
        after == count || !self[after].isWordByte
      {
        return firstIndex(of: "data:") != nil || firstIndex(of: "data\"") != nil
          || firstIndex(of: "Data:") != nil || firstIndex(of: "Data\"") != nil
      }
    }
    return false
  }
}
