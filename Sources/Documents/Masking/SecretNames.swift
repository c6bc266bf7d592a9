/// The names under which secrets are kept.
enum SecretNames {
  /// Whether a text under this key is a secret, by the key alone. Case and the signs between words
  /// do not matter: `client-key-data`, `clientKeyData` and `CLIENT_KEY_DATA` are one name.
  static func isSecret(_ key: String) -> Bool {
    key.utf8.withContiguousStorageIfAvailable(isSecret)
      ?? Array(key.utf8).withUnsafeBufferPointer(isSecret)
  }

  /// Whether a text under this key is a secret, by the key alone.
  static func isSecret(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    withNormalized(key) { name in
      guard !exceptions.contains(where: { name.equals($0) }) else { return false }
      return endings.contains { name.ends(with: $0) } || names.contains { name.equals($0) }
    }
  }

  /// Whether the value of this HTTP header is a secret up to the end of its line.
  static func isSecretHeader(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    withNormalized(name) { $0.ends(with: "authorization") || $0.ends(with: "cookie") }
  }

  /// Whether the field `type` of an object says that it is a Secret.
  static func isSecretType(_ type: String) -> Bool {
    type == "Opaque" || type.hasPrefix("kubernetes.io/")
      || type.hasPrefix("bootstrap.kubernetes.io/")
  }

  private static let names: [StaticString] = [
    "auth", "authorization", "clientkey", "cookie", "dockercfg", "dockerconfigjson",
    "proxyauthorization", "setcookie", "sshprivatekey", "tlskey",
  ]

  private static let endings: [StaticString] = [
    "token", "tokendata", "password", "passwd", "passphrase", "secretkey", "secretaccesskey",
    "privatekey", "privatekeydata", "keydata", "apikey", "accesskey", "clientsecret", "tokensecret",
    "sharedsecret",
  ]

  /// Names that end like secrets and are none.
  private static let exceptions: [StaticString] = ["automountserviceaccounttoken", "publickeydata"]

  /// Hands on the letters and digits of a name, in lower case; of a name too long to be one of ours,
  /// nothing.
  private static func withNormalized(
    _ name: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard (4...128).contains(name.count) else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { letters in
      var count = 0
      for byte in name where byte.isASCIILetter || byte.isASCIIDigit {
        letters[count] = byte.isASCIILetter ? byte | 0x20 : byte
        count += 1
      }
      return body(UnsafeBufferPointer(rebasing: letters[..<count]))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func ends(with ending: StaticString) -> Bool {
    has(ending, at: count - ending.utf8CodeUnitCount)
  }

  fileprivate func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && has(word, at: 0)
  }
}
