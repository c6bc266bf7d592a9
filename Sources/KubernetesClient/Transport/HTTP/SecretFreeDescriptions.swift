// What holds credentials shows none when it ends up in a message by mistake.

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible {
  /// The method and the URL.
  public var description: String {
    "\(method.rawValue) \(RequestTarget.withoutUserInformation(url))"
  }

  /// The same as ``description``.
  public var debugDescription: String { description }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible {
  /// The names of the fields.
  public var description: String {
    "fields \(fields.map(\.name).joined(separator: ", "))"
  }

  /// The same as ``description``.
  public var debugDescription: String { description }
}

extension HTTPHeaders.Field: CustomStringConvertible, CustomDebugStringConvertible {
  /// The name.
  public var description: String { name }

  /// The same as ``description``.
  public var debugDescription: String { description }
}

extension TLSSettings: CustomStringConvertible, CustomDebugStringConvertible {
  /// What is set, without the key.
  public var description: String {
    [
      caBundle == nil ? "the system's authorities" : "its own authorities",
      clientCertificate == nil ? nil : "a client certificate",
      serverName.map { "server name \($0)" },
      skipsVerification ? "no verification" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// The same as ``description``.
  public var debugDescription: String { description }
}
