import FoundationEssentials
import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("Writing to descriptors")
struct FileDescriptorSinkTests {
  /// Both ends of a pipe.
  struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      reading = ends[0]
      writing = ends[1]
    }
  }

  @Test("a full non-blocking pipe is waited for, and partial writes are continued")
  func partialWrites() async throws {
    let pipe = try Pipe()
    _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let reader = Task.detached { () -> [UInt8] in
      var received: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while received.count < bytes.count {
        let count = read(pipe.reading, &buffer, buffer.count)
        guard count > 0 else { break }
        received += buffer.prefix(count)
      }
      return received
    }
    try FileDescriptorSink(descriptor: pipe.writing, target: "a pipe").write(bytes)
    close(pipe.writing)
    let received = await reader.value
    #expect(received == bytes)
    close(pipe.reading)
  }

  @Test("a reader that is gone is an error of its own, not the end of the process")
  func brokenPipe() throws {
    BrokenPipe.becomesAnError()
    let pipe = try Pipe()
    close(pipe.reading)
    #expect(throws: TerminalError.brokenPipe(target: "a pipe")) {
      try FileDescriptorSink(descriptor: pipe.writing, target: "a pipe").write("text")
    }
    close(pipe.writing)
  }

  @Test(
    "a full disk is reported in the system's words", .enabled(if: access("/dev/full", W_OK) == 0))
  func fullDisk() throws {
    let sink = try FileSink(path: "/dev/full")
    #expect(
      throws: TerminalError.cannotWrite(target: "/dev/full", reason: "No space left on device")
    ) {
      try sink.write("text")
    }
  }

  @Test("a file that cannot be opened is named with the reason")
  func unopenable() {
    let path = "/nonexistent-directory/events.jsonl"
    #expect(throws: TerminalError.cannotOpen(path: path, reason: "No such file or directory")) {
      _ = try FileSink(path: path)
    }
  }

  @Test("a file is written from its beginning")
  func file() throws {
    let path = FileManager.default.temporaryDirectory.path + "/mcctl-sink-\(UUID().uuidString)"
    defer { unlink(path) }
    try FileSink(path: path).write("a longer first content\n")
    let second = try FileSink(path: path)
    try second.write("second\n")
    try second.synchronize()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "second\n")
  }

  @Test("synchronizing a pipe is nothing to complain about")
  func synchronizePipe() throws {
    let pipe = try Pipe()
    try FileDescriptorSink(descriptor: pipe.writing, target: "a pipe").synchronize()
    close(pipe.reading)
    close(pipe.writing)
  }

  @Test("lines are read up to the line feed, and the rest stays for the next reader")
  func readingLines() async throws {
    let pipe = try Pipe()
    try FileDescriptorSink(descriptor: pipe.writing, target: "a pipe").write("first\nsecond")
    let lines = FileDescriptorInput(descriptor: pipe.reading, source: "a pipe")
    #expect(try await lines.readLine() == "first")
    close(pipe.writing)
    #expect(try await lines.readLine() == "second")
    #expect(try await lines.readLine() == nil)
    close(pipe.reading)
  }

  @Test("waiting for a line ends when the task is cancelled")
  func cancelledReading() async throws {
    let pipe = try Pipe()
    let lines = FileDescriptorInput(descriptor: pipe.reading, source: "a pipe")
    let reading = Task { try await lines.readLine() }
    reading.cancel()
    await #expect(throws: CancellationError.self) { try await reading.value }
    close(pipe.writing)
    close(pipe.reading)
  }
}
