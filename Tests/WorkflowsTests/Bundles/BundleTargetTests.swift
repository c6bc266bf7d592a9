import Foundation
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Where bundles go")
struct BundleTargetTests {
  private let samples: BundleSamples

  init() throws { samples = try BundleSamples() }

  private func permissions(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  private func hidden() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: samples.folder)
      .filter { $0.hasPrefix(".") }
  }

  @Test("is told by the word")
  func forms() {
    #expect(BundleTarget("-").path == nil)
    #expect(BundleTarget("-").form == .stream)
    #expect(BundleTarget("a.yaml").form == .stream)
    #expect(BundleTarget("a.tar.gz").form == .archive)
    #expect(BundleTarget("a.tgz").form == .archive)
    #expect(BundleTarget("a.d/").path == "a.d")
    #expect(BundleTarget("a.d/").form == .directory)
  }

  @Test("Nobody but the owner can read them")
  func modes() throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    #expect(try permissions(path) == 0o700)
    #expect(try permissions("\(path)/manifests") == 0o700)
    #expect(try permissions("\(path)/manifests/03-secrets.yaml") == 0o600)
    #expect(try permissions("\(path)/join.sh") == 0o700)
    for name in ["c1.tar.gz", "c1.yaml"] {
      #expect(try permissions(try samples.write(BundleSamples.bundle(), name)) == 0o600)
    }
    #expect(try hidden() == [])
  }

  @Test("The same bundle gives the same archive")
  func reproducible() throws {
    let first = try samples.write(BundleSamples.bundle(), "1.tar.gz")
    let second = try samples.write(BundleSamples.bundle(), "2.tar.gz")
    let bytes = try Data(contentsOf: URL(filePath: first))
    #expect(try Data(contentsOf: URL(filePath: second)) == bytes)
  }

  @Test("A bundle replaces a bundle, whole", arguments: ["c1", "c1.tar.gz"])
  func replaces(name: String) throws {
    let later = Pair.now.addingTimeInterval(172_800)
    _ = try samples.write(BundleSamples.bundle(), name)
    let path = try samples.write(BundleSamples.bundle(expires: later), name)
    let found = try BundleReader(path: path).read()
    #expect(found.description.expires == later)
    #expect(found.faults == [])
    #expect(try hidden() == [])
  }

  @Test("What a killed run left behind does not matter")
  func leftovers() throws {
    let partial = "\(samples.folder)/.c1.mcctl-partial"
    try FileManager.default.createDirectory(
      atPath: "\(partial)/manifests", withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(filePath: "\(partial)/manifests/01-crds.yaml"))
    try FileManager.default.createDirectory(
      atPath: "\(samples.folder)/.c1.mcctl-replaced", withIntermediateDirectories: true)
    let path = try samples.write(BundleSamples.bundle(), "c1")
    #expect(try BundleReader(path: path).read().faults == [])
    #expect(try hidden() == [])
  }

  @Test("Anything else that is there is left alone")
  func foreign() throws {
    let folder = "\(samples.folder)/home"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(filePath: "\(folder)/diary.txt"))
    for name in ["home", "home/diary.txt"] {
      let error = #expect(throws: WorkflowError.self) {
        try samples.write(BundleSamples.bundle(), name)
      }
      #expect(error?.id == .bundleTargetExists)
      #expect(error?.category == .refused)
    }
    #expect(try String(contentsOfFile: "\(folder)/diary.txt", encoding: .utf8) == "mine")
  }

  @Test("A link in the way is replaced, never written through")
  func link() throws {
    let victim = "\(samples.folder)/victim"
    try Data("mine".utf8).write(to: URL(filePath: victim))
    try FileManager.default.createSymbolicLink(
      atPath: "\(samples.folder)/.c1.yaml.mcctl-partial", withDestinationPath: victim)
    _ = try samples.write(BundleSamples.bundle(), "c1.yaml")
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "mine")
  }

  @Test("What cannot be written is a failure with the system's words")
  func unwritable() throws {
    let error = #expect(throws: WorkflowError.self) {
      try samples.write(BundleSamples.bundle(), "missing/c1.tar.gz")
    }
    #expect(error?.id == .bundleUnwritable)
    #expect(error?.category == .failed)
    #expect(error?.why == "no such file or directory")
  }
}
