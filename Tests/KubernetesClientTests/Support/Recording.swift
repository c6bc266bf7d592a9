import Documents
import Foundation

@testable import KubernetesClient

/// A request to a real API server and its answer, from `Tests/Fixtures/kubernetes`.
struct Recording {
  let name: String
  private let document: Value

  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/kubernetes").standardizedFileURL

  /// The names of all recordings.
  static func allNames() throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    return Set(files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
  }

  init(_ name: String) throws {
    self.name = name
    let data = try Data(contentsOf: Self.directory.appending(path: "\(name).json"))
    document = try JSON.decode([UInt8](data))
  }

  var method: String { document.at("request", "method")?.string ?? "" }
  /// The path without the query.
  var path: String { String((document.at("request", "path")?.string ?? "").prefix { $0 != "?" }) }
  var body: Value? { document.at("response", "body") }

  /// The answer as it went over the wire; the events of a watch one after the other.
  var answer: ScriptedTransport.Answer {
    var headers = HTTPHeaders()
    for (name, value) in document.at("response", "headers")?.object ?? Object() {
      headers.append(name, value.string ?? "")
    }
    let bytes: [UInt8] =
      switch body {
      case .string(let text)?: Array(text.utf8)
      case .array(let events)?: events.flatMap { JSON.encode($0) + Array("\n".utf8) }
      case let value?: JSON.encode(value)
      case nil: []
      }
    return ScriptedTransport.Answer(
      status: document.at("response", "status")?.int ?? 0, headers: headers, body: bytes)
  }
}
