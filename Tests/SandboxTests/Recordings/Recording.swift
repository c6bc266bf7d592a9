import Documents
import Foundation

/// A request to a real API server and its answer, from `Tests/Fixtures/kubernetes`.
struct Recording {
  let name: String
  private let document: Value

  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/kubernetes").standardizedFileURL

  /// The names of all recordings.
  static func allNames() throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path())
    return Set(files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
  }

  init(_ name: String) throws {
    self.name = name
    let data = try Data(contentsOf: Self.directory.appending(path: "\(name).json"))
    document = try JSON.decode([UInt8](data))
  }

  var method: String { request["method"]?.string ?? "" }
  var target: String { request["path"]?.string ?? "" }
  var status: Int { document.at("response", "status")?.int ?? 0 }
  var body: Value { document.at("response", "body") ?? .null }

  var requestBody: [UInt8] {
    switch request["body"] {
    case .string(let text): Array(text.utf8)
    case .some(let value): JSON.encode(value)
    case nil: []
    }
  }

  /// Headers of the request.
  var headers: [String: String] {
    var headers: [String: String] = [:]
    headers["accept"] = request["accept"]?.string
    headers["content-type"] = request["contentType"]?.string
    for (name, value) in request["headers"]?.object ?? Object() {
      headers[name.lowercased()] = value.string
    }
    return headers
  }

  /// Headers of the answer that matter to clients.
  var answerHeaders: [String: String] {
    var headers: [String: String] = [:]
    for (name, value) in document.at("response", "headers")?.object ?? Object() {
      headers[name.lowercased()] = value.string
    }
    return headers
  }

  private var request: Value { document["request"] ?? .null }
}
