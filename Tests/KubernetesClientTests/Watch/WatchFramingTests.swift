import Documents
import Testing

@testable import KubernetesClient

@Suite struct WatchFramingTests {
  private static func frames(_ text: String, chunk: Int) throws -> [String] {
    var framing = WatchFraming()
    let bytes = Array(text.utf8)
    var frames: [String] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let piece = Array(bytes[start..<min(start + chunk, bytes.count)])
      frames += try framing.feed(piece).map { String(decoding: $0, as: UTF8.self) }
    }
    return frames
  }

  /// Brackets and quotes within strings, escapes at their ends, characters of several bytes, events on
  /// several lines and several events on one.
  private static let events = [
    #"{"a":"}{]\"\\","b":["é\u007d",{"c":{}}]}"#, "{\n  \"a\": [\n 1 ]\n}", "{}", #"{"键":"值"}"#,
  ]

  @Test(arguments: [1, 2, 3, 5, 7, 1000], ["\n", "", "\r\n\t "])
  func splitAnywhere(_ chunk: Int, _ separator: String) throws {
    let text = Self.events.joined(separator: separator) + separator
    #expect(try Self.frames(text, chunk: chunk) == Self.events)
  }

  @Test func unfinishedEventIsHeldBack() throws {
    var framing = WatchFraming()
    #expect(try framing.feed(Array(#"{"a":1}{"b""#.utf8)).count == 1)
    #expect(framing.isWithinEvent)
    #expect(try framing.feed(Array(":2}".utf8)) == [Array(#"{"b":2}"#.utf8)])
    #expect(!framing.isWithinEvent)
  }

  @Test(arguments: ["<html>", "[]", "x{}", "}"])
  func whatIsNoEvent(_ text: String) {
    #expect(throws: DocumentError.self) { try Self.frames(text, chunk: 100) }
  }

  @Test func endlessEventIsRefused() {
    var framing = WatchFraming()
    #expect(throws: DocumentError.self) {
      _ = try framing.feed([UInt8(ascii: "{")])
      let piece = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
      for _ in 0..<17 { _ = try framing.feed(piece) }
    }
  }
}
