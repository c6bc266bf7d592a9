import Documents
import Foundation
import Testing

/// What a real hub answered: OCM 1.3.1 on Kubernetes 1.36.
enum Recording {
  /// The directory of fixtures that all test targets share.
  static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// The body of a recorded answer.
  static func body(_ name: String) throws -> Value {
    let url = fixtures.appending(path: "ocm/\(name).json")
    let recording = try JSON.decode(Array(Data(contentsOf: url)))
    return try #require(recording.at("response", "body"))
  }

  /// A recorded object by its path below the fixtures.
  static func object(_ path: String) throws -> Value {
    try JSON.decode(Array(Data(contentsOf: fixtures.appending(path: "\(path).json"))))
  }

  /// The entries of a recorded list.
  static func items(_ name: String) throws -> [Value] {
    try #require(body(name)["items"]?.array)
  }
}
