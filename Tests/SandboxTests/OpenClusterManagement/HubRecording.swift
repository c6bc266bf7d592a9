import Documents
import Foundation

/// Objects as a real hub with OCM 1.3 has them, recorded from its API server.
enum HubRecording {
  /// The body of a recorded answer; null when there is no such recording.
  static func body(_ name: String) -> Value {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/ocm/\(name).json")
    guard let contents = try? Data(contentsOf: file),
      let recording = try? JSON.decode(Array(contents))
    else { return .null }
    return recording.at("response", "body") ?? .null
  }
}
