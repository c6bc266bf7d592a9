import Foundation
import Synchronization

/// A program of Tests/Fixtures/Transport serving on loopback, ended with the last reference to it.
final class LoopbackServer: Sendable {
  /// What the server reports of itself, one JSON line each.
  struct Event: Decodable, Sendable {
    let event: String
    let port: Int?
    let connection: Int?
    let method: String?
    let target: String?
    let fields: [String]?
    let error: String?
  }

  let port: Int
  let events: EventLog<Event>
  private let process: Process
  private let input: Pipe
  private let directory: URL

  /// Starts `program` (e.g. `http_server.py`) and waits until it listens.
  ///
  /// With `identity` it speaks TLS, with `clientAuthority` it asks clients for certificates of that one.
  static func start(
    _ program: String = "http_server.py", identity: Issued? = nil,
    clientAuthority: Authority? = nil, _ arguments: String...
  ) async throws -> LoopbackServer {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "mcctl-transport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    func option(_ name: String, _ pem: [UInt8]?) throws -> [String] {
      guard let pem else { return [] }
      let file = directory.appending(path: "\(name).pem")
      try Data(pem).write(to: file)
      return ["--\(name)", file.path]
    }
    let options =
      try option("cert", identity?.certificatePEM) + option("key", identity?.keyPEM)
      + option("client-ca", clientAuthority?.certificatePEM) + arguments
    return try await LoopbackServer(program, options, directory)
  }

  private init(_ program: String, _ options: [String], _ directory: URL) async throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Fixtures/Transport/\(program)").standardized
    let output = Pipe()
    let events = EventLog<Event>()
    input = Pipe()
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", script.path] + options
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    self.events = events
    self.directory = directory
    Thread.detachNewThread {
      var rest = Data()
      while case let data = output.fileHandleForReading.availableData, !data.isEmpty {
        rest += data
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          if let event = try? JSONDecoder().decode(Event.self, from: rest[rest.startIndex..<end]) {
            events.add(event)
          }
          rest = Data(rest[rest.index(after: end)...])
        }
      }
    }
    port = await events.first { $0.event == "ready" }.port ?? 0
  }

  deinit {
    try? input.fileHandleForWriting.close()
    try? FileManager.default.removeItem(at: directory)
  }

  /// An https URL of the server by `host`, with `path`.
  func url(_ path: String, host: String = "127.0.0.1") -> String {
    "https://\(host):\(port)\(path)"
  }

  /// An http URL of the server with `path`.
  func plainURL(_ path: String, host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }
}

/// Things that happened, for tests to wait for.
final class EventLog<Event: Sendable>: Sendable {
  private struct Waiter: Sendable {
    let isWanted: @Sendable (Event) -> Bool
    let continuation: CheckedContinuation<Event, Never>
  }

  private let state = Mutex<(events: [Event], waiters: [Waiter])>(([], []))

  /// Everything so far.
  var all: [Event] { state.withLock { $0.events } }

  func add(_ event: Event) {
    let served = state.withLock { state in
      state.events.append(event)
      let served = state.waiters.filter { $0.isWanted(event) }
      state.waiters.removeAll { $0.isWanted(event) }
      return served
    }
    for waiter in served { waiter.continuation.resume(returning: event) }
  }

  /// The first event of that kind, past or to come.
  func first(_ isWanted: @escaping @Sendable (Event) -> Bool) async -> Event {
    await withCheckedContinuation { continuation in
      let known = state.withLock { state in
        let known = state.events.first(where: isWanted)
        if known == nil {
          state.waiters.append(Waiter(isWanted: isWanted, continuation: continuation))
        }
        return known
      }
      if let known { continuation.resume(returning: known) }
    }
  }
}
