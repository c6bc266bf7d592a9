/// Passes on what servers warn of, each text once.
actor WarningLog {
  private let handler: (@Sendable (ServerWarning) -> Void)?
  private var seen: Set<String> = []

  init(handler: (@Sendable (ServerWarning) -> Void)?) {
    self.handler = handler
  }

  /// Reports the `Warning` headers of an answer that have not been reported before.
  func note(_ headers: HTTPHeaders, from connection: ConnectionDescription) {
    guard let handler else { return }
    for header in headers.values("Warning") {
      for text in Self.texts(header) where seen.insert(text).inserted {
        handler(ServerWarning(text: text, connection: connection))
      }
    }
  }

  /// The texts of a `Warning` header: `299 - "text"`, several separated by commas, quotes and
  /// backslashes escaped by backslashes (RFC 7234, 5.5). Kubernetes uses code 299 alone.
  static func texts(_ header: String) -> [String] {
    var texts: [String] = []
    var rest = header[...]
    while let code = rest.firstRange(of: "299 ") {
      guard let open = rest[code.upperBound...].firstIndex(of: "\"") else { break }
      var text = ""
      var isEscaped = false
      var position = rest.index(after: open)
      while position < rest.endIndex {
        let character = rest[position]
        if !isEscaped, character == "\"" { break }
        if !isEscaped, character == "\\" {
          isEscaped = true
        } else {
          text.append(character)
          isEscaped = false
        }
        position = rest.index(after: position)
      }
      if !text.isEmpty { texts.append(text) }
      rest = position < rest.endIndex ? rest[rest.index(after: position)...] : ""
    }
    return texts
  }
}
