import Logging

/// Writes what a transport does, without secrets.
struct TransportLog: Sendable {
  /// Characters of a body that are shown.
  private static let shownBodyLength = 16 * 1024
  /// Header fields whose values are credentials as a whole, in lower case.
  private static let secretFields: Set<String> = [
    "authorization", "proxy-authorization", "cookie", "set-cookie",
  ]

  let logger: Logger
  let masking: @Sendable (String) -> String

  func sending(_ request: HTTPRequest) {
    guard logger.logLevel <= .trace else { return }
    logger.trace("\(summary(request)) sent")
    headers(request.headers, of: "request")
    if let body = request.body { self.body(body, of: "request") }
  }

  func answered(_ request: HTTPRequest, _ head: AnswerHead, in duration: Duration) {
    guard logger.logLevel <= .debug else { return }
    let connection = head.isConnectionReused ? "reused" : "new"
    logger.debug(
      "\(summary(request)) \(head.status) in \(milliseconds(duration)) ms, \(head.protocolName ?? "HTTP"), \(connection) connection"
    )
    headers(head.headers, of: "response")
  }

  func failed(_ request: HTTPRequest, _ error: TransportError, in duration: Duration) {
    guard logger.logLevel <= .debug else { return }
    logger.debug("\(summary(request)) failed after \(milliseconds(duration)) ms: \(error)")
  }

  func body(_ bytes: [UInt8], of message: String) {
    guard logger.logLevel <= .trace, !bytes.isEmpty else { return }
    // Masked as a whole: of a text that is cut, a secret's end might not be recognised.
    let text = masking(String(decoding: bytes, as: UTF8.self))
    let shown = text.prefix(Self.shownBodyLength)
    let rest = shown.endIndex == text.endIndex ? "" : " … (\(bytes.count) bytes in all)"
    logger.trace("\(message) body: \(shown)\(rest)")
  }

  private func headers(_ headers: HTTPHeaders, of message: String) {
    guard logger.logLevel <= .trace else { return }
    for field in headers.fields {
      let isSecret = Self.secretFields.contains(field.name.lowercased())
      logger.trace("\(message) header: \(field.name): \(isSecret ? "***" : masking(field.value))")
    }
  }

  private func summary(_ request: HTTPRequest) -> String {
    let url = masking(RequestTarget.withoutUserInformation(request.url))
    let label = request.logLabel.map { " (\($0))" } ?? ""
    return "\(request.method.rawValue) \(url)\(label)"
  }

  private func milliseconds(_ duration: Duration) -> Int {
    Int((duration / .milliseconds(1)).rounded())
  }
}
