import Logging
import Terminal

/// Turns `-v N` into a logger whose lines go to standard error.
enum CommandLog {
  /// - Parameters:
  ///   - verbosity: below 4 warnings only, from 4 requests, from 8 their bodies (klog's scale, as kubectl's `-v`).
  ///   - line: takes one finished line.
  static func logger(verbosity: Int, line: @escaping @Sendable (String) -> Void) -> Logger {
    let level: Logger.Level =
      switch verbosity {
      case ..<4: .warning
      case ..<8: .debug
      default: .trace
      }
    return Logger(label: "mcctl") { _ in LineLogHandler(logLevel: level, line: line) }
  }
}

/// Writes each message as one line: "debug: GET https://… 200 12 ms", with the cluster's name in front of the message
/// where several are worked on at a time.
private struct LineLogHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  let line: @Sendable (String) -> Void

  init(logLevel: Logger.Level, line: @escaping @Sendable (String) -> Void) {
    self.logLevel = logLevel
    self.line = line
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }
      .sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let subject = RowSubject.name.map { "\($0): " } ?? ""
    line("\(event.level.rawValue): \(subject)\(event.message)\(fields)".singleLine)
  }
}
