/// Puts the head of an answer together from the lines libcurl hands out one by one.
struct ResponseHeadParser {
  /// Most bytes of all heads of one answer, interim ones included; Go's client takes 1 MiB unless told otherwise.
  static let maximumBytes = 1024 * 1024

  /// What a line brought about.
  enum Progress: Equatable {
    case incomplete
    /// The final head ended with this line.
    case complete
    case tooLarge
    case malformed
  }

  private(set) var status = 0
  private(set) var headers = HTTPHeaders()
  /// Whether any line was there.
  private(set) var hasStarted = false
  private var isComplete = false
  private var byteCount = 0

  /// Takes one line with its line end. Lines after the final head are trailers, which are not kept.
  mutating func take(_ line: UnsafeRawBufferPointer) -> Progress {
    hasStarted = true
    byteCount += line.count
    guard byteCount <= Self.maximumBytes else { return .tooLarge }
    guard !isComplete else { return .incomplete }

    let text = Substring(decoding: line, as: UTF8.self).trimmingEnd()
    if text.isEmpty {
      // An interim answer (1xx) is followed by another head.
      isComplete = status >= 200
      return isComplete ? .complete : .incomplete
    }
    if text.hasPrefix("HTTP/") {
      return takeStatus(text)
    }
    guard let colon = text.firstIndex(of: ":") else { return .malformed }
    let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    headers.append(String(text[..<colon]), String(value))
    return .incomplete
  }

  private mutating func takeStatus(_ line: Substring) -> Progress {
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count >= 2, let code = Int(words[1]) else { return .malformed }
    status = code
    headers = HTTPHeaders()
    return .incomplete
  }
}

extension Substring {
  fileprivate func trimmingEnd() -> Substring {
    var rest = self
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
