import Testing

@testable import KubernetesClient

struct ResponseHeadParserTests {
  private func take(
    _ lines: [String], into parser: inout ResponseHeadParser
  ) -> [ResponseHeadParser.Progress] {
    lines.map { line in Array(line.utf8).withUnsafeBytes { parser.take($0) } }
  }

  @Test func readsFinalHead() {
    var parser = ResponseHeadParser()
    #expect(!parser.hasStarted)
    let progress = take(
      [
        "HTTP/1.1 100 Continue\r\n", "X-Interim: 1\r\n", "\r\n", "HTTP/2 404 \r\n", "a:b\r\n",
        "Empty:\r\n", "C: \t d: e \r\n", "\r\n",
      ], into: &parser)
    #expect(progress == Array(repeating: .incomplete, count: 7) + [.complete])
    #expect(parser.status == 404)
    #expect(parser.headers == ["a": "b", "Empty": "", "C": "d: e"])
  }

  @Test func passesTrailersOver() {
    var parser = ResponseHeadParser()
    let lines = ["HTTP/1.1 200\r\n", "\r\n", "X-Trailer: 1\r\n", "HTTP/1.1 500 Not\r\n", "\r\n"]
    #expect(take(lines, into: &parser).filter { $0 == .complete }.count == 1)
    #expect(parser.status == 200)
    #expect(parser.headers == [:])
  }

  @Test(arguments: ["no colon\r\n", "HTTP/1.1\r\n", "HTTP/1.1 abc\r\n"])
  func refusesWhatIsNoHead(line: String) {
    var parser = ResponseHeadParser()
    #expect(take([line], into: &parser) == [.malformed])
  }

  @Test func limitsItsSize() {
    var parser = ResponseHeadParser()
    let field = "X: \(String(repeating: "v", count: 1020))\r\n"
    let progress = take(Array(repeating: field, count: 1025), into: &parser)
    #expect(progress.firstIndex(of: .tooLarge) == 1023)
  }
}
