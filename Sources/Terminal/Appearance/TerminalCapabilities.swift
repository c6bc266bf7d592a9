#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The size of a terminal window, in character cells.
public struct TerminalSize: Sendable, Hashable {
  /// Cells in a line.
  public let columns: Int
  /// Lines in the window.
  public let rows: Int

  /// - Parameters:
  ///   - columns: cells in a line.
  ///   - rows: lines in the window.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// What is assumed of a terminal that does not tell (80 × 24, as the VT100).
  public static let standard = TerminalSize(columns: 80, rows: 24)
}

/// What the process's streams are connected to, as asked from the system or invented by a test.
public struct TerminalCapabilities: Sendable {
  /// Standard input is a terminal.
  public let inputIsTerminal: Bool
  /// Standard output is a terminal.
  public let outputIsTerminal: Bool
  /// Standard error is a terminal.
  public let errorIsTerminal: Bool
  /// Environment variables that say how to draw: `TERM`, `NO_COLOR`, `CLICOLOR_FORCE`, `LC_ALL`, …
  public let environment: [String: String]
  private let currentSize: @Sendable () -> TerminalSize?

  /// - Parameters:
  ///   - environment: the process's environment variables.
  ///   - size: asked again for every frame, because windows are resized.
  public init(
    inputIsTerminal: Bool, outputIsTerminal: Bool, errorIsTerminal: Bool,
    environment: [String: String], size: @escaping @Sendable () -> TerminalSize?
  ) {
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.environment = environment
    currentSize = size
  }

  /// What the system says about descriptors 0, 1 and 2.
  public static func ofProcess(environment: [String: String]) -> TerminalCapabilities {
    TerminalCapabilities(
      inputIsTerminal: isatty(STDIN_FILENO) == 1,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      environment: environment,
      size: { sizeOfTerminal(STDERR_FILENO) ?? sizeOfTerminal(STDOUT_FILENO) })
  }

  /// The window's size now; `COLUMNS` overrides the width as it does for `ls` and `ps`.
  public var size: TerminalSize {
    let asked = currentSize() ?? .standard
    guard let columns = environment["COLUMNS"].flatMap(Int.init), columns > 0 else { return asked }
    return TerminalSize(columns: columns, rows: asked.rows)
  }

  /// A terminal on which the cursor can be moved (not `TERM=dumb`, not an unset `TERM`).
  public var movesCursor: Bool {
    guard let kind = environment["TERM"], !kind.isEmpty else { return false }
    return kind != "dumb"
  }

  /// Questions can be asked: they are read from standard input and shown on standard error.
  public var canPrompt: Bool { inputIsTerminal && errorIsTerminal }

  /// The locale can show characters outside ASCII (POSIX: `LC_ALL`, then `LC_CTYPE`, then `LANG`).
  public var showsUnicode: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let normalized = locale.lowercased()
    return normalized.contains("utf-8") || normalized.contains("utf8")
  }
}

/// The window size of the terminal on a descriptor, nil when it is no terminal or does not know.
private func sizeOfTerminal(_ descriptor: Int32) -> TerminalSize? {
  var window = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
  return TerminalSize(columns: Int(window.ws_col), rows: max(1, Int(window.ws_row)))
}
