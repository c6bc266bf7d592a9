import Foundation

@testable import KubernetesClient

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
  private let isSecure: Bool
  private let process: Process
  private let input: Pipe
  private let directory: URL

  /// Starts `program` with `arguments` and waits until it listens.
  ///
  /// With `identity` it speaks TLS, with `clientAuthority` it asks clients for certificates of that one.
  static func start(
    _ arguments: [String] = [], program: String = "http_server.py", identity: Issued? = nil,
    clientAuthority: Authority? = nil
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
    isSecure = options.contains("--cert")
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
    port = try await events.first { $0.event == "ready" }.port ?? 0
  }

  deinit {
    try? input.fileHandleForWriting.close()
    try? FileManager.default.removeItem(at: directory)
  }

  /// Everything the server has reported of what came before this call.
  func eventsSoFar(over transport: CurlTransport) async throws -> [Event] {
    let path = "/marker/\(UUID().uuidString)"
    let url = isSecure ? url(path) : plainURL(path)
    _ = try await transport.send(HTTPRequest(url: url))
    _ = try await events.first { $0.target == path }
    return events.all.filter { $0.target?.hasPrefix("/marker/") != true }
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
