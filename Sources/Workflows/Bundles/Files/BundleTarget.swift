import Archives
import FoundationEssentials
public import OpenClusterManagement

/// Where a bundle goes, and in which form.
public struct BundleTarget: Sendable, Hashable {
  /// The forms of a bundle.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A directory of files.
    case directory
    /// A `.tar.gz` of that directory.
    case archive
    /// The manifests alone, as one stream of YAML.
    case stream
  }

  /// The path; nil hands the stream of manifests to the caller.
  public let path: String?
  /// The form.
  public let form: Form

  /// The target that a word of the command line means: `-`, a `.tar.gz`, a `.yaml`, or a directory.
  public init(_ word: String) {
    var word = word
    while word.count > 1, word.hasSuffix("/") { word.removeLast() }
    path = word == "-" ? nil : word
    form =
      if word == "-" || word.hasSuffix(".yaml") || word.hasSuffix(".yml") {
        .stream
      } else if word.hasSuffix(".tar.gz") || word.hasSuffix(".tgz") {
        .archive
      } else {
        .directory
      }
  }

  /// Throws when something is there that is no bundle and so is not to be replaced.
  func check() throws(BundleFailure) {
    guard let path else { return }
    do {
      switch (try FileSystem.kind(path), form) {
      case (nil, _), (.file, .archive), (.file, .stream): return
      case (.directory, .directory) where isReplaceable(path): return
      default: throw BundleFailure.targetExists(path: path)
      }
    } catch let failure as FileSystem.Failure {
      throw BundleFailure.unwritable(path: path, reason: failure.reason)
    } catch {
      throw BundleFailure.targetExists(path: path)
    }
  }

  /// An empty directory, or one that holds a bundle.
  private func isReplaceable(_ path: String) -> Bool {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return false
    }
    return names.isEmpty || names.contains(BundlePath.description)
  }

  /// Writes a bundle: all of it or, when it fails or is stopped on the way, nothing. A bundle that is
  /// there is replaced.
  func write(_ bundle: JoinBundle) throws {
    guard let path else { return }
    try check()
    do {
      switch form {
      case .stream: try writeFile(path, Array(bundle.stream.utf8))
      case .archive: try writeFile(path, try BundleArchive.bytes(bundle))
      case .directory: try writeDirectory(path, bundle)
      }
    } catch let failure as FileSystem.Failure {
      throw BundleFailure.unwritable(path: path, reason: failure.reason)
    } catch let failure as ArchiveError {
      throw BundleFailure.unwritable(path: path, reason: failure.description)
    }
  }

  private func writeFile(_ path: String, _ bytes: [UInt8]) throws(FileSystem.Failure) {
    let partial = Self.sibling(of: path, "partial")
    try FileSystem.create(partial, bytes, permissions: 0o600)
    try FileSystem.move(partial, to: path)
    try FileSystem.synchronize(directory: Self.parent(of: path))
  }

  private func writeDirectory(_ path: String, _ bundle: JoinBundle) throws(FileSystem.Failure) {
    let partial = Self.sibling(of: path, "partial")
    let replaced = Self.sibling(of: path, "replaced")
    // Left behind by a run that was killed.
    try? FileManager.default.removeItem(atPath: partial)
    try? FileManager.default.removeItem(atPath: replaced)
    try FileSystem.makeDirectory(partial)
    var directories: Set<String> = []
    for file in bundle.files {
      let target = "\(partial)/\(file.path)"
      let directory = Self.parent(of: target)
      if directories.insert(directory).inserted { try FileSystem.makeDirectory(directory) }
      try FileSystem.create(
        target, file.contents, permissions: file.permissions, synchronizes: false)
    }
    try FileSystem.synchronize(
      tree: partial, bundle.files.map { "\(partial)/\($0.path)" } + directories.sorted())
    if try FileSystem.kind(path) != nil { try FileSystem.move(path, to: replaced) }
    try FileSystem.move(partial, to: path)
    try? FileManager.default.removeItem(atPath: replaced)
    try FileSystem.synchronize(directory: Self.parent(of: path))
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A hidden neighbour, in the same file system so that it can be moved into place.
  private static func sibling(of path: String, _ purpose: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "\(parent(of: path))/.\(name).mcctl-\(purpose)"
  }
}

extension BundleTarget {
  /// Writes a bundle that was made without a hub; nothing for the stream, which the caller has.
  public func save(_ bundle: JoinBundle) throws(WorkflowError) {
    do { try write(bundle) } catch { throw WorkflowError(mapping: error) }
  }

  /// Makes the directory that bundles go into; one that is there stays as it is.
  public func makeDirectory() throws(WorkflowError) {
    guard let path else { return }
    do {
      try FileSystem.makeDirectory(path)
    } catch {
      throw WorkflowError(BundleFailure.unwritable(path: path, reason: error.reason))
    }
  }
}
