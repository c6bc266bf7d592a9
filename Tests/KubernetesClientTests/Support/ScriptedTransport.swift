import Foundation
import Synchronization

@testable import KubernetesClient

/// A transport that answers as a test says, and remembers what it was asked.
final class ScriptedTransport: HTTPTransport {
  /// What to answer.
  struct Answer: Sendable {
    /// How a body ends.
    enum Ending: Sendable {
      /// As it should.
      case complete
      /// With a lost connection.
      case lost
      /// With the time that it was given.
      case timedOut
      /// Not at all: it stays open until the reader is cancelled or goes away.
      case open
    }

    var status = 200
    var headers: HTTPHeaders = ["Content-Type": "application/json"]
    var body: [UInt8] = []
    /// How many bytes come at a time.
    var chunkSize = Int.max
    var ending = Ending.complete

    static func json(_ text: String, status: Int = 200) -> Answer {
      Answer(status: status, body: Array(text.utf8))
    }

    static func text(_ text: String, status: Int, type: String = "text/plain") -> Answer {
      Answer(status: status, headers: ["Content-Type": type], body: Array(text.utf8))
    }

    func cut(into size: Int) -> Answer {
      var answer = self
      answer.chunkSize = size
      return answer
    }

    func ending(_ ending: Ending) -> Answer {
      var answer = self
      answer.ending = ending
      return answer
    }
  }

  private let recorded = Mutex<[HTTPRequest]>([])
  private let respond: @Sendable (HTTPRequest, Int) async throws -> Answer

  /// Answers each request with what `respond` says, given the request and how many came before it.
  init(_ respond: @escaping @Sendable (HTTPRequest, Int) async throws -> Answer) {
    self.respond = respond
  }

  /// Gives these answers one after the other, and the last one for ever.
  convenience init(_ answers: [Answer]) {
    self.init { _, index in answers[min(index, answers.count - 1)] }
  }

  /// What was asked so far.
  var requests: [HTTPRequest] { recorded.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await stream(request).collected()
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStream {
    let index = recorded.withLock {
      $0.append(request)
      return $0.count - 1
    }
    let answer = try await respond(request, index)
    let pieces = Pieces(answer)
    return HTTPStream(
      status: answer.status, headers: answer.headers, body: HTTPBody { try await pieces.next() })
  }
}

private actor Pieces {
  private let answer: ScriptedTransport.Answer
  private var position = 0

  init(_ answer: ScriptedTransport.Answer) {
    self.answer = answer
  }

  func next() async throws -> [UInt8]? {
    let rest = answer.body[position...].prefix(answer.chunkSize)
    position += rest.count
    if !rest.isEmpty { return Array(rest) }
    switch answer.ending {
    case .complete: return nil
    case .lost:
      throw TransportError.connectionLost(
        ConnectionLoss(host: "hub", port: 443, bytesReceived: position, detail: "reset"))
    case .timedOut:
      throw TransportError.timedOut(
        phase: .transferring, after: .seconds(1), host: "hub", port: 443)
    case .open:
      try await Task.sleep(for: .seconds(3600))
      return nil
    }
  }
}

extension HTTPRequest {
  /// The URL without the server.
  var target: String {
    String(url.dropFirst("https://hub.example.com:6443".count))
  }

  var path: String { String(target.prefix { $0 != "?" }) }

  /// The parameters of the query, decoded.
  var query: [String: String] {
    guard let mark = target.firstIndex(of: "?") else { return [:] }
    var query: [String: String] = [:]
    for pair in target[target.index(after: mark)...].split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      query[String(parts[0])] = parts.count > 1 ? String(parts[1]).removingPercentEncoding : ""
    }
    return query
  }

  var text: String { String(decoding: body ?? [], as: UTF8.self) }
}
