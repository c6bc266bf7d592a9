import Archives
import OpenClusterManagement

/// Bundles as `.tar.gz`: all files below one directory named after the cluster.
enum BundleArchive {
  /// The archive of a bundle. The same bundle gives the same tar; gzip's part depends on the system's
  /// zlib alone.
  static func bytes(_ bundle: JoinBundle) throws(ArchiveError) -> [UInt8] {
    let root = bundle.description.cluster
    var entries = [TarEntry.directory(root, permissions: 0o700)]
    var directories: Set<Substring> = []
    for file in bundle.files {
      let directory = file.path.split(separator: "/").dropLast().joined(separator: "/")
      if !directory.isEmpty, directories.insert(directory[...]).inserted {
        entries.append(.directory("\(root)/\(directory)", permissions: 0o700))
      }
      entries.append(
        .file("\(root)/\(file.path)", permissions: file.permissions, file.contents))
    }
    return try Gzip.compress(Tar.archive(entries))
  }
}
