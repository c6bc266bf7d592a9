/// The names under which secrets are kept.
enum SecretNames {
  /// Whether a text under this key is a secret, by the key alone. Case and the signs between words
  /// do not matter.
  static func isSecretKey(_ key: String) -> Bool {
    guard key.utf8.count <= 128 else { return false }
    return isSecret(normalized: normalized(key.utf8))
  }

  /// Whether the field `type` of an object says that it is a Secret.
  static func isSecretType(_ type: String) -> Bool {
    type == "Opaque" || type.hasPrefix("kubernetes.io/")
      || type.hasPrefix("bootstrap.kubernetes.io/")
  }

  /// The letters and digits of a name, in lower case.
  static func normalized(_ name: some Sequence<UInt8>) -> String {
    let letters = name.compactMap { byte -> UInt8? in
      byte.isASCIILetter ? byte | 0x20 : byte.isASCIIDigit || byte >= 0x80 ? byte : nil
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func isSecret(normalized name: String) -> Bool {
    if exceptions.contains(name) { return false }
    return secretNames.contains(name) || secretEndings.contains { name.hasSuffix($0) }
  }

  private static let secretNames: Set<String> = [
    "auth", "authorization", "clientkey", "dockercfg", "dockerconfigjson", "passphrase", "passwd",
    "proxyauthorization", "sshprivatekey", "tlskey", "cookie", "setcookie",
  ]

  private static let secretEndings = [
    "token", "tokendata", "password", "passwd", "passphrase", "secretkey", "secretaccesskey",
    "privatekey", "privatekeydata", "keydata", "apikey", "accesskey", "clientsecret", "tokensecret",
    "sharedsecret",
  ]

  /// Names that end like secrets and are none.
  private static let exceptions: Set<String> = ["automountserviceaccounttoken", "publickeydata"]

}
