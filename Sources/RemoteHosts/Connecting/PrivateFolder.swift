#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder of one run, which only its user may enter: settings, logs and sockets of `ssh`. No secret is ever in it.
struct PrivateFolder: Sendable {
  /// Its path.
  let path: String

  /// Makes it (`mkdtemp`, mode 0700).
  init(in parent: String) throws(RemoteHostError) {
    var template = Array("\(parent)/mcctl-ssh-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .localFile(path: parent, reason: String(cString: strerror(errno)))
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes a file, mode 0600.
  func write(_ text: String, to name: String) throws(RemoteHostError) {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .localFile(path: file, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard LocalSocket(descriptor: descriptor).writeAll(bytes) else {
      throw .localFile(path: file, reason: String(cString: strerror(errno)))
    }
  }

  /// The text of a file; empty when there is none.
  func text(of name: String) -> String {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    let socket = LocalSocket(descriptor: descriptor)
    defer { socket.shut() }
    return String(decoding: socket.readToEnd(limit: 64 << 10), as: UTF8.self)
  }

  /// Whether something of the name is there.
  func has(_ name: String) -> Bool {
    access("\(path)/\(name)", F_OK) == 0
  }

  /// Makes a link.
  func link(_ name: String, to target: String) throws(RemoteHostError) {
    guard symlink(target, "\(path)/\(name)") == 0 else {
      throw .localFile(path: "\(path)/\(name)", reason: String(cString: strerror(errno)))
    }
  }

  /// Takes a file away.
  func remove(_ name: String) {
    _ = unlink("\(path)/\(name)")
  }

  /// Takes the folder away, with all that is in it.
  func removeAll() {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(name) }
      }
      closedir(folder)
    }
    _ = rmdir(path)
  }
}
