import Archives
import FoundationEssentials
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Bundles as they are found")
struct BundleReaderTests {
  private let samples: BundleSamples

  init() throws { samples = try BundleSamples() }

  private func failure(_ path: String) -> WorkflowError? {
    #expect(throws: WorkflowError.self) { try BundleReader(path: path).read() }
  }

  private func archive(_ entries: [TarEntry]) throws -> String {
    let path = "\(samples.folder)/crafted.tar.gz"
    try Data(Gzip.compress(Tar.archive(entries))).write(to: URL(filePath: path))
    return path
  }

  @Test("are read from directories and archives alike", arguments: ["c1", "c1.tar.gz"])
  func reads(name: String) throws {
    let bundle = try BundleSamples.bundle()
    let found = try BundleReader(path: samples.write(bundle, name)).read()
    #expect(found.description == bundle.description)
    #expect(found.faults == [])
  }

  @Test("A file that was changed, added or taken away is named")
  func tampered() throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    try Data("evil".utf8).write(to: URL(filePath: "\(path)/join.sh"))
    try Data("more".utf8).write(to: URL(filePath: "\(path)/manifests/06-more.yaml"))
    try FileManager.default.removeItem(atPath: "\(path)/images.txt")
    let faults = try BundleReader(path: path).read().faults
    #expect(
      faults == [
        "images.txt is missing", "join.sh was changed", "manifests/06-more.yaml was added",
      ])
  }

  @Test("Cut off, an archive is refused", arguments: [1, 100, 2000])
  func truncated(rest: Int) throws {
    let path = try samples.write(BundleSamples.bundle(), "c1.tar.gz")
    let bytes = try Data(contentsOf: URL(filePath: path))
    try Data(bytes.dropLast(rest)).write(to: URL(filePath: path))
    let error = failure(path)
    #expect(error?.id == .bundleInvalid)
    #expect(error?.category == .refused)
    #expect(error?.why?.contains("cut off") == true)
  }

  @Test("Names that lead out of it are refused")
  func traversal() throws {
    let path = try archive([.file("c1/../../etc/cron.d/x", permissions: 0o600, [])])
    #expect(failure(path)?.why?.contains("leads elsewhere") == true)
  }

  @Test("A bomb is refused")
  func bomb() throws {
    let zeros = [UInt8](repeating: 0, count: 40 << 20)
    let path = "\(samples.folder)/bomb.tar.gz"
    try Data(Gzip.compress(zeros)).write(to: URL(filePath: path))
    #expect(failure(path)?.why?.contains("more than 32 MiB") == true)
  }

  @Test("Links in a directory are not followed")
  func links() throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/manifests/06-more.yaml", withDestinationPath: "/etc/passwd")
    #expect(failure(path)?.why?.contains("a link") == true)
  }

  @Test("What is no bundle is refused, what is not there is not found")
  func foreign() throws {
    #expect(failure("\(samples.folder)/missing")?.id == .bundleUnreadable)
    #expect(failure(samples.folder)?.id == .bundleInvalid)
    let text = "\(samples.folder)/text"
    try Data("text".utf8).write(to: URL(filePath: text))
    #expect(failure(text)?.id == .bundleInvalid)
    let other = try archive([.file("c1/bundle.json", permissions: 0o600, Array("{}".utf8))])
    #expect(failure(other)?.id == .bundleInvalid)
  }
}
