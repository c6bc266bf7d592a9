import Archives
import Documents
import OpenClusterManagement

/// Reads bundles without trusting them: no more than a bundle may hold is ever taken into memory, no
/// link is followed, and nothing is written.
public struct BundleReader: Sendable {
  private let path: String

  /// The most bytes of a bundle, unpacked.
  private static let largest = 32 << 20
  /// The most files and directories.
  private static let mostEntries = 256

  /// Prepares to read a directory or `.tar.gz`.
  public init(path: String) { self.path = path }

  /// The bundle. Its files may differ from what it says of them: see ``FoundBundle/faults``.
  ///
  /// - Throws: when there is nothing, or it is no bundle.
  public func read() throws(WorkflowError) -> FoundBundle {
    do {
      let entries = try entries()
      guard let description = entries.first(where: { $0.path == BundlePath.description }) else {
        throw BundleFailure.invalid(path: path, reasons: ["it has no \(BundlePath.description)"])
      }
      let files = entries.filter { $0.path != BundlePath.description }
      return FoundBundle(
        path: path, description: try BundleDescription(parsing: description.contents),
        files: Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 }))
    } catch let error as ArchiveError {
      throw WorkflowError(BundleFailure.invalid(path: path, reasons: [error.description]))
    } catch let error as DocumentError {
      throw WorkflowError(BundleFailure.invalid(path: path, reasons: [error.description]))
    } catch let failure as FileSystem.Failure {
      throw WorkflowError(BundleFailure.unreadable(path: path, reason: failure.reason))
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  private func entries() throws -> [BundleFile] {
    // The path itself may be a link; what it leads to may hold none.
    switch try FileSystem.kind(path, followsLinks: true) {
    case nil: throw BundleFailure.unreadable(path: path, reason: "no such file or directory")
    case .directory: return try directory()
    case .file: return try archive()
    case .other:
      throw BundleFailure.unreadable(path: path, reason: "it is no file and no directory")
    }
  }

  private func archive() throws -> [BundleFile] {
    let bytes = try FileSystem.read(path, limit: Self.largest, followsLinks: true)
    guard let bytes else { throw ArchiveError.tooLarge(limit: Self.largest) }
    guard Gzip.isGzip(bytes) || bytes.isEmpty else {
      throw BundleFailure.invalid(
        path: path, reasons: ["it is neither a directory nor a .tar.gz with a bundle in it"])
    }
    let tar = try Gzip.expand(bytes, limit: Self.largest)
    let entries = try Tar.entries(
      tar, limits: Tar.Limits(entries: Self.mostEntries, bytes: Self.largest))
    let files = entries.compactMap { entry in
      entry.contents.map { BundleFile(path: entry.path, contents: $0) }
    }
    return Self.withoutRoot(files)
  }

  /// The files without the one directory that they are all below.
  private static func withoutRoot(_ files: [BundleFile]) -> [BundleFile] {
    let description = files.first { file in
      let parts = file.path.split(separator: "/")
      return parts.count == 2 && parts[1] == BundlePath.description
    }
    guard let description else { return files }
    let root = description.path.dropLast(BundlePath.description.count)
    guard files.allSatisfy({ $0.path.hasPrefix(root) }) else { return files }
    return files.map {
      BundleFile(path: String($0.path.dropFirst(root.count)), contents: $0.contents)
    }
  }

  private func directory() throws -> [BundleFile] {
    var files: [BundleFile] = []
    var folders = [""]
    var bytes = 0
    var count = 0
    while let folder = folders.popLast() {
      for name in try FileSystem.names(in: folder.isEmpty ? path : "\(path)/\(folder)") {
        let inside = folder.isEmpty ? name : "\(folder)/\(name)"
        count += 1
        guard count <= Self.mostEntries else {
          throw ArchiveError.tooManyEntries(limit: Self.mostEntries)
        }
        switch try FileSystem.kind("\(path)/\(inside)") {
        case .directory: folders.append(inside)
        case .file:
          let contents = try FileSystem.read("\(path)/\(inside)", limit: Self.largest - bytes)
          guard let contents else { throw ArchiveError.tooLarge(limit: Self.largest) }
          bytes += contents.count
          files.append(BundleFile(path: inside, contents: contents))
        case .other, nil:
          throw ArchiveError.unsupportedEntry(name: inside, kind: "a link or a device")
        }
      }
    }
    return files
  }
}
