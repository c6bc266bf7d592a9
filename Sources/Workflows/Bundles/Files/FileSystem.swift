import CFileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few calls of the system that writing a file safely takes.
enum FileSystem {
  /// A call failed; with the system's words.
  struct Failure: Error {
    let reason: String

    init() { reason = String(cString: strerror(errno)).lowercased() }
  }

  /// What a path leads to, links not followed.
  enum Kind: Sendable, Hashable {
    case file(size: Int)
    case directory
    case other
  }

  /// What is at a path; nil when nothing is.
  static func kind(_ path: String, followsLinks: Bool = false) throws(Failure) -> Kind? {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failure()
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(size: Int(status.st_size))
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// Writes a new file that nobody but its owner can read. What was there under that name is taken
  /// away first, never written through.
  ///
  /// - Parameter synchronizes: see it on the disk, too; where many files are written,
  ///   ``synchronize(tree:_:)`` does that for all in one go.
  static func create(
    _ path: String, _ bytes: [UInt8], permissions: UInt16, synchronizes: Bool = true
  ) throws(Failure) {
    _ = unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(permissions))
    guard file >= 0 else { throw Failure() }
    defer { close(file) }
    guard fchmod(file, mode_t(permissions)) == 0 else { throw Failure() }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw Failure() }
      written += max(0, count)
    }
    guard !synchronizes || fsync(file) == 0 else { throw Failure() }
  }

  /// Reads a file of at most `limit` bytes. nil when it is longer.
  static func read(
    _ path: String, limit: Int, followsLinks: Bool = false
  ) throws(Failure) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
    guard file >= 0 else { throw Failure() }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      let count = Self.read(file, &piece)
      guard count >= 0 else { throw Failure() }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
    return nil
  }

  private static func read(_ file: Int32, _ piece: inout [UInt8]) -> Int {
    piece.withUnsafeMutableBytes { buffer in
      while true {
        #if canImport(Glibc)
          let count = Glibc.read(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          let count = Musl.read(file, buffer.baseAddress, buffer.count)
        #else
          let count = Darwin.read(file, buffer.baseAddress, buffer.count)
        #endif
        if count >= 0 || errno != EINTR { return count }
      }
    }
  }

  /// The names in a directory, sorted.
  static func names(in path: String) throws(Failure) -> [String] {
    guard let directory = opendir(path) else { throw Failure() }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a directory that nobody but its owner can enter; one that is there stays as it is.
  static func makeDirectory(_ path: String) throws(Failure) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Failure() }
  }

  /// Gives a file or directory another name, in place of a file of that name.
  static func move(_ path: String, to target: String) throws(Failure) {
    guard rename(path, target) == 0 else { throw Failure() }
  }

  /// Sees to it that files and the directories they are in are on the disk.
  ///
  /// - Parameters:
  ///   - path: a directory of the file system that all of them are in.
  ///   - names: the files and directories.
  static func synchronize(tree path: String, _ names: [String]) throws(Failure) {
    #if os(Linux)
      // One flush of the file system in place of one a file: a fifth of the time.
      let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard directory >= 0 else { throw Failure() }
      defer { close(directory) }
      guard mcctl_syncfs(directory) == 0 else { throw Failure() }
    #else
      for name in names {
        let file = open(name, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure() }
        defer { close(file) }
        guard fsync(file) == 0 || errno == EINVAL else { throw Failure() }
      }
    #endif
  }

  /// Sees to it that the names in a directory are on the disk.
  static func synchronize(directory path: String) throws(Failure) {
    let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw Failure() }
    defer { close(directory) }
    // Some network file systems know no such thing for directories.
    guard fsync(directory) == 0 || errno == EINVAL else { throw Failure() }
  }
}
