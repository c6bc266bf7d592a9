#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Somewhere lines of input come from.
public protocol LineSource: Sendable {
  /// The next line without its end, nil at the end of input.
  ///
  /// Throws `CancellationError` when the task is cancelled while waiting, `TerminalError` when reading fails.
  func readLine() async throws -> String?
}

/// Lines typed on an open descriptor, read byte by byte so that nothing after the line is swallowed.
public struct FileDescriptorLines: LineSource {
  private let descriptor: Int32
  private let source: String
  /// How long one wait for input lasts before cancellation is looked at again, in milliseconds.
  private let patience: Int32 = 100

  /// - Parameters:
  ///   - descriptor: an open descriptor that outlives this value.
  ///   - source: how messages call it.
  public init(descriptor: Int32, source: String) {
    self.descriptor = descriptor
    self.source = source
  }

  /// The process's standard input.
  public static let standardInput = FileDescriptorLines(
    descriptor: STDIN_FILENO, source: "standard input")

  /// Reads up to the next line feed or the end of input.
  public func readLine() async throws -> String? {
    var line: [UInt8] = []
    while true {
      try await waitForInput()
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count == 0 { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      if count == 1, byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      if count == 1 {
        line.append(byte)
        continue
      }
      let error = SystemError.last
      guard error.isInterrupted || error.wouldBlock else {
        throw TerminalError.cannotRead(source: source, reason: error.text)
      }
    }
  }

  private func waitForInput() async throws {
    while true {
      try Task.checkCancellation()
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&wanted, 1, patience) > 0 { return }
      await Task.yield()
    }
  }
}

/// Lines given beforehand, so that prompts can be tested.
public actor ScriptedLines: LineSource {
  private var lines: [String]

  /// - Parameter lines: what is answered, in order; then the end of input.
  public init(_ lines: [String]) {
    self.lines = lines
  }

  /// The next of the given lines.
  public func readLine() async throws -> String? {
    lines.isEmpty ? nil : lines.removeFirst()
  }
}
