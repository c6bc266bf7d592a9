/// The value of `--color`.
public enum ColorChoice: String, Sendable, CaseIterable {
  /// Colour on terminals, unless the environment says otherwise.
  case auto
  /// Colour everywhere, even into a pipe.
  case always
  /// No colour.
  case never

  /// Whether a stream is written in colour.
  ///
  /// An explicit choice wins. Otherwise, in this order: `NO_COLOR` (no-color.org: set and not empty), `CLICOLOR_FORCE`
  /// (set and not "0": colour even into a pipe), a terminal that can do nothing (`TERM=dumb`), `CLICOLOR=0`, and whether
  /// the stream is a terminal.
  public func usesColor(streamIsTerminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let refusal = environment["NO_COLOR"], !refusal.isEmpty { return false }
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
    guard let kind = environment["TERM"], !kind.isEmpty, kind != "dumb" else { return false }
    return streamIsTerminal && environment["CLICOLOR"] != "0"
  }
}
