/// What can go wrong between mcctl and the files, pipes and terminals it talks to.
public enum TerminalError: Error, Sendable, Hashable {
  /// The reader at the other end is gone (`EPIPE`), as with `mcctl status | head -1`.
  case brokenPipe(target: String)
  /// A file could not be opened; `reason` is the system's own text.
  case cannotOpen(path: String, reason: String)
  /// Bytes could not be written; `target` is a path or "standard output", `reason` the system's text.
  case cannotWrite(target: String, reason: String)
  /// Input could not be read; `reason` is the system's own text.
  case cannotRead(source: String, reason: String)
  /// A question had to be asked, but standard input or standard error is no terminal.
  case cannotAsk(question: String)
}

extension TerminalError: CustomStringConvertible {
  /// One sentence without a trailing full stop.
  public var description: String {
    switch self {
    case .brokenPipe(let target): "the reader of \(target) is gone"
    case .cannotOpen(let path, let reason): "cannot open \(path): \(reason)"
    case .cannotWrite(let target, let reason): "cannot write to \(target): \(reason)"
    case .cannotRead(let source, let reason): "cannot read \(source): \(reason)"
    case .cannotAsk(let question): "no terminal to ask on: \(question)"
    }
  }
}
