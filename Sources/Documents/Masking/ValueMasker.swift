/// Masks the secrets of a value tree, and of documents that stand as text inside it.
struct ValueMasker {
  /// Whether every object's `data` is taken for a Secret's.
  let assumesSecret: Bool
  /// How many texts around the value it was read from.
  let nesting: Int

  init(assumesSecret: Bool = false, nesting: Int = 0) {
    self.assumesSecret = assumesSecret
    self.nesting = nesting
  }

  /// The value with its secrets masked.
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
    return members.mapValues { key, value in
      if isSecret, key == "data" || key == "stringData" { return wholly(value) }
      if key == secretMember || SecretNames.isSecret(key) { return underSecretName(value) }
      if key == "items", members["kind"] == "SecretList" {
        return ValueMasker(assumesSecret: true, nesting: nesting).masked(value)
      }
      return masked(value)
    }
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
    case .object(let members): .object(members.mapValues { wholly($1) })
    case .null, .bool: value
    }
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
    if let name = self["name"]?.string, SecretNames.isSecret(name) { return "value" }
    guard self["op"] != nil, let path = self["path"]?.string else { return nil }
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let isData = path.hasPrefix("/data/") || path.hasPrefix("/stringData/")
    return isData || SecretNames.isSecret(last) ? "value" : nil
  }
}
