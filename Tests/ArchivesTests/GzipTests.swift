import Testing

@testable import Archives

@Suite("gzip")
struct GzipTests {
  let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }

  @Test("What is compressed comes back, the same bytes every time")
  func roundTrip() throws {
    let compressed = try Gzip.compress(bytes)
    #expect(compressed.count < bytes.count / 10)
    #expect(try Gzip.compress(bytes) == compressed)
    #expect(try Gzip.expand(compressed, limit: bytes.count) == bytes)
  }

  @Test("The header carries no time, so that it is the same tomorrow")
  func noTime() throws {
    #expect(Array(try Gzip.compress(bytes)[4..<8]) == [0, 0, 0, 0])
  }

  @Test("Nothing is a file, too")
  func empty() throws {
    #expect(try Gzip.expand(Gzip.compress([]), limit: 0) == [])
  }

  @Test("A bomb is refused at the limit, whatever it holds")
  func bomb() throws {
    let zeros = [UInt8](repeating: 0, count: 20 << 20)
    let bomb = try Gzip.compress(zeros)
    #expect(bomb.count < 64 << 10)
    #expect(throws: ArchiveError.tooLarge(limit: 1 << 20)) {
      try Gzip.expand(bomb, limit: 1 << 20)
    }
  }

  @Test("Cut off at any place, it is refused", arguments: [1, 10, 100, 500])
  func truncated(rest: Int) throws {
    let compressed = try Gzip.compress(bytes)
    #expect(throws: ArchiveError.truncated) {
      try Gzip.expand(Array(compressed.dropLast(rest)), limit: 1 << 20)
    }
  }

  @Test("A changed byte is noticed")
  func changed() throws {
    var compressed = try Gzip.compress(bytes)
    compressed[compressed.count - 6] ^= 1
    #expect(throws: ArchiveError.notGzip) { try Gzip.expand(compressed, limit: 1 << 20) }
    #expect(throws: ArchiveError.notGzip) {
      try Gzip.expand(Array("plain text, surely".utf8), limit: 1 << 20)
    }
  }

  @Test("Something behind the end is refused")
  func trailing() throws {
    let compressed = try Gzip.compress(bytes)
    #expect(throws: ArchiveError.trailingBytes) {
      try Gzip.expand(compressed + [1], limit: 1 << 20)
    }
  }
}
