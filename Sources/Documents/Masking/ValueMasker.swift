/// Masks the secrets of a value tree, and of documents that stand as text inside it.
struct ValueMasker {
  /// How often a text within a text is looked into: a kubeconfig in base64 in a YAML in an annotation.
  private static let maxNesting = 4
  /// Larger texts are searched for secrets, but not read as documents.
  private static let documentLimits = Limits(maxBytes: 8 << 20, maxNodes: 500_000)

  /// Whether every object's `data` is taken for a Secret's.
  let assumesSecret: Bool
  private let nesting: Int

  init(assumesSecret: Bool = false, nesting: Int = 0) {
    self.assumesSecret = assumesSecret
    self.nesting = nesting
  }

  func masked(_ value: Value) -> Value {
    switch value {
    case .string(let text): .string(masked(text: text))
    case .array(let elements): .array(elements.map(masked))
    case .object(let members): .object(masked(members))
    default: value
    }
  }

  private func masked(_ members: Object) -> Object {
    let isSecret = assumesSecret || members.isSecret
    let secretMember = members.secretValueMember
    var result = members
    for (key, value) in members {
      if isSecret, key == "data" || key == "stringData" {
        result[key] = wholly(value)
      } else if key == secretMember || SecretNames.isSecretKey(key) {
        result[key] = underSecretName(value)
      } else if key == "items", members["kind"] == "SecretList" {
        result[key] = ValueMasker(assumesSecret: true, nesting: nesting).masked(value)
      } else {
        result[key] = masked(value)
      }
    }
    return result
  }

  /// Masks texts and numbers, and lists of them; an object under such a name has secrets, if any,
  /// under names of its own.
  private func underSecretName(_ value: Value) -> Value {
    switch value {
    case .object: masked(value)
    case .array(let elements): .array(elements.map(underSecretName))
    default: wholly(value)
    }
  }

  /// Masks every text and number at any depth; keys stay.
  private func wholly(_ value: Value) -> Value {
    switch value {
    case .string(let text): .string(text.isEmpty ? "" : Masking.mask)
    case .integer, .decimal: .string(Masking.mask)
    case .array(let elements): .array(elements.map(wholly))
    case .object(let members): .object(Object(members.map { ($0.key, wholly($0.value)) }))
    case .null, .bool: value
    }
  }
}

extension ValueMasker {
  func masked(text: String) -> String {
    guard text.utf8.count >= 8 else { return text }
    guard nesting < Self.maxNesting else { return TextMasker.masked(text) { _ in false } }
    let inner = ValueMasker(assumesSecret: assumesSecret, nesting: nesting + 1)
    if let document = inner.maskedDocument(text) { return document }
    if text.mentionsSecretKind { return Masking.mask }
    if inner.isEncodedSecret(Array(text.utf8)) { return Masking.mask }
    return TextMasker.masked(text, isEncodedSecret: inner.isEncodedSecret)
  }

  /// The text with its secrets masked when it is JSON, or YAML that looks like an object of
  /// Kubernetes; nil when it is not. Texts without secrets come back letter by letter.
  private func maskedDocument(_ text: String) -> String? {
    let start = text.utf8.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    if start == UInt8(ascii: "{") || start == UInt8(ascii: "[") {
      guard let value = try? JSON.decode(text, limits: Self.documentLimits) else { return nil }
      let result = masked(value)
      return result == value ? text : JSON.text(result)
    }
    guard text.looksLikeKubernetesYAML,
      let values = try? YAML.decodeAll(text, limits: Self.documentLimits),
      values.contains(where: { $0.object != nil })
    else { return nil }
    let results = values.map(masked)
    // Comments can hold secrets, too.
    if results == values { return TextMasker.masked(text, isEncodedSecret: isEncodedSecret) }
    return YAML.text(all: results)
  }

  /// Whether these bytes are base64 of a text that holds a secret.
  func isEncodedSecret(_ encoded: [UInt8]) -> Bool {
    guard encoded.count >= 40, let bytes = Base64.decode(encoded),
      let text = String(validating: bytes, as: UTF8.self)
    else { return false }
    return masked(text: text) != text
  }
}

extension Object {
  /// Whether this is a Secret, by its kind or, in lists whose items leave it out, by its type.
  fileprivate var isSecret: Bool {
    if let kind = self["kind"]?.string { return kind == "Secret" }
    guard self["data"]?.object != nil || self["stringData"]?.object != nil else { return false }
    return self["type"]?.string.map(SecretNames.isSecretType) ?? false
  }

  /// The member whose value is secret because another member names it so: an environment variable
  /// (`name`, `value`), or an operation of a JSON patch (`path`, `value`; RFC 6902).
  fileprivate var secretValueMember: String? {
    guard self["value"] != nil else { return nil }
    if let name = self["name"]?.string, SecretNames.isSecretKey(name) { return "value" }
    guard self["op"] != nil, let path = self["path"]?.string else { return nil }
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let isData = path.hasPrefix("/data/") || path.hasPrefix("/stringData/")
    return isData || SecretNames.isSecretKey(last) ? "value" : nil
  }
}

extension String {
  /// Whether a line at the left edge begins like those of Kubernetes objects or of a kubeconfig.
  fileprivate var looksLikeKubernetesYAML: Bool {
    let starts = ["apiVersion:", "kind:", "users:", "clusters:", "- apiVersion:", "- kind:"]
    return starts.contains { hasPrefix($0) || contains("\n\($0)") }
  }

  /// Whether this is, or cuts from, the text of a Secret.
  fileprivate var mentionsSecretKind: Bool {
    contains("kind: Secret\n") || contains("\"kind\":\"Secret\"")
      || contains("\"kind\": \"Secret\"")
  }
}
