#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Somewhere input comes from: a terminal, a pipe, or a test's script.
public protocol InputSource: Sendable {
  /// The next line without its end, nil at the end of input.
  ///
  /// Throws `CancellationError` when the task is cancelled while waiting, `TerminalError` when reading fails.
  func readLine() async throws -> String?

  /// Everything up to the end of input.
  ///
  /// Throws `CancellationError` when the task is cancelled while waiting, `TerminalError` when reading fails.
  func readAll() async throws -> [UInt8]
}

/// Input from an open descriptor. Lines are read byte by byte, so that nothing after a line is swallowed.
public struct FileDescriptorInput: InputSource {
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
  public static let standardInput = FileDescriptorInput(
    descriptor: STDIN_FILENO, source: "standard input")

  /// Reads up to the next line feed or the end of input.
  public func readLine() async throws -> String? {
    var line: [UInt8] = []
    while let byte = try await read(atMost: 1).first {
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// Reads up to the end of input.
  public func readAll() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try await read(atMost: 65536)
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  /// The next bytes, none at the end of input.
  private func read(atMost count: Int) async throws -> [UInt8] {
    while true {
      try await waitForInput()
      var buffer = [UInt8](repeating: 0, count: count)
      let received = systemRead(descriptor, &buffer, count)
      if received >= 0 { return Array(buffer.prefix(received)) }
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

/// Input given beforehand, so that prompts can be tested.
public actor ScriptedInput: InputSource {
  private var lines: [String]

  /// - Parameter lines: what is answered, in order; then the end of input.
  public init(_ lines: [String]) {
    self.lines = lines
  }

  /// The next of the given lines.
  public func readLine() async throws -> String? {
    lines.isEmpty ? nil : lines.removeFirst()
  }

  /// All lines that are left, each ended by a line feed.
  public func readAll() async throws -> [UInt8] {
    defer { lines = [] }
    return lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
  }
}

/// `read(2)`, named apart from the method that calls it.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, bytes, count)
}
