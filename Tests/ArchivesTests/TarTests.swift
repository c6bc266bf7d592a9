import Foundation
import Testing

@testable import Archives

@Suite("tar")
struct TarTests {
  let entries: [TarEntry] = [
    .directory("edge", permissions: 0o700),
    .file("edge/run.sh", permissions: 0o700, Array("echo\n".utf8)),
    .file("edge/empty", permissions: 0o600, []),
    .file("edge/block", permissions: 0o600, [UInt8](repeating: 7, count: 512)),
  ]

  @Test("What is written is read again, the same bytes every time")
  func roundTrip() throws {
    let archive = try Tar.archive(entries)
    #expect(archive.count.isMultiple(of: 512))
    #expect(try Tar.archive(entries) == archive)
    #expect(try Tar.entries(archive) == entries)
  }

  @Test("The system's tar reads it, with owner 0 and a fixed time")
  func systemTar() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tar")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Tar.archive(entries)).write(to: file)
    let listing = try Self.run("tar", ["--utc", "--numeric-owner", "-tvf", file.path])
    #expect(listing.contains("drwx------ 0/0               0 1980-01-01 00:00 edge/"))
    #expect(listing.contains("-rwx------ 0/0               5 1980-01-01 00:00 edge/run.sh"))
  }

  @Test("What the system's tar writes is read")
  func fromSystemTar() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "b"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("x".utf8).write(to: folder.appending(path: "b/a"))
    _ = try Self.run("tar", ["-C", folder.path, "-cf", "\(folder.path)/t.tar", "./b"])
    let read = try Tar.entries([UInt8](Data(contentsOf: folder.appending(path: "t.tar"))))
    #expect(read.map(\.path) == ["b", "b/a"])
    #expect(read.last?.contents == Array("x".utf8))
  }

  @Test(
    "Names that lead elsewhere are refused",
    arguments: ["../x", "a/../../x", "/etc/passwd", "a//b", "a/./b", "a\\b", "a\nb", "", ".."])
  func unsafeNames(name: String) throws {
    let archive = try Tar.archive([.file(name, permissions: 0o600, [])])
    #expect {
      try Tar.entries(archive)
    } throws: { error in
      if case ArchiveError.unsafeName = error { true } else { false }
    }
  }

  @Test(
    "Links, devices and the like are refused",
    arguments: ["1", "2", "3", "6", "x", "g", "L"])
  func unsupportedKinds(kind: Character) throws {
    var archive = try Tar.archive([.file("a", permissions: 0o600, [])])
    archive[TarHeader.Field.kind] = try #require(kind.asciiValue)
    Self.repairChecksum(&archive)
    #expect {
      try Tar.entries(archive)
    } throws: { error in
      if case ArchiveError.unsupportedEntry = error { true } else { false }
    }
  }

  @Test("The same name twice is refused")
  func duplicates() throws {
    let archive = try Tar.archive([
      .file("a", permissions: 0o600, []), .file("a", permissions: 0o600, [1]),
    ])
    #expect(throws: ArchiveError.duplicateEntry("a")) { try Tar.entries(archive) }
  }

  @Test("Cut off at any block, it is refused")
  func truncated() throws {
    let archive = try Tar.archive(entries)
    for blocks in 0..<(archive.count / 512 - 2) {
      #expect(throws: ArchiveError.truncated, "\(blocks) blocks") {
        try Tar.entries(Array(archive.prefix(blocks * 512)))
      }
    }
  }

  @Test("A changed header is noticed")
  func changed() throws {
    var archive = try Tar.archive(entries)
    archive[0] ^= 1
    #expect(throws: ArchiveError.self) { try Tar.entries(archive) }
  }

  @Test("More entries or bytes than allowed are refused")
  func limits() throws {
    let archive = try Tar.archive(entries)
    #expect(throws: ArchiveError.tooManyEntries(limit: 3)) {
      try Tar.entries(archive, limits: Tar.Limits(entries: 3))
    }
    #expect(throws: ArchiveError.tooLarge(limit: 1024)) {
      try Tar.entries(archive, limits: Tar.Limits(bytes: 1024))
    }
  }

  @Test("A name that does not fit is refused, not cut")
  func longName() {
    let name = String(repeating: "n", count: 101)
    #expect(throws: ArchiveError.nameTooLong(name)) {
      try Tar.archive([.file(name, permissions: 0o600, [])])
    }
  }

  private static func repairChecksum(_ archive: inout [UInt8]) {
    let sum = TarHeader.checksum(of: archive[0..<512])
    let digits = String(sum, radix: 8)
    let text = String(repeating: "0", count: 6 - digits.count) + digits
    archive.replaceSubrange(148..<154, with: Array(text.utf8))
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
