import Crypto
import Synchronization
import SystemPackage

/// A file of this machine that goes to hosts. Its digest is computed once, for all of them.
public final class LocalFile: Sendable {
  /// Its path.
  public let path: String
  /// Its size in bytes.
  public let size: Int
  private let digests = Mutex<[Int: Task<String, any Error>]>([:])
  private static let chunk = 1 << 20

  /// Looks at a file.
  ///
  /// - Throws: ``RemoteHostError/localFile(path:reason:)``.
  public init(path: String) throws(RemoteHostError) {
    self.path = path
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
      defer { try? descriptor.close() }
      size = Int(try descriptor.seek(offset: 0, from: .end))
      // A folder can be opened, and only refuses to be read.
      var byte: [UInt8] = [0]
      _ = try byte.withUnsafeMutableBytes { try descriptor.read(fromAbsoluteOffset: 0, into: $0) }
    } catch {
      throw .localFile(path: path, reason: "\(error)")
    }
  }

  /// The SHA-256 of the whole file, in hexadecimal digits.
  public func sha256() async throws -> String { try await sha256(ofFirst: size) }

  /// The SHA-256 of the file's beginning.
  func sha256(ofFirst count: Int) async throws -> String {
    let task = digests.withLock { digests in
      let task = digests[count] ?? Task { try self.computedDigest(ofFirst: count) }
      digests[count] = task
      return task
    }
    return try await task.value
  }

  private func computedDigest(ofFirst count: Int) throws -> String {
    var digest = SHA256()
    try read(0..<count) { digest.update(bufferPointer: $0) }
    return digest.finalize().hexadecimal
  }

  /// Hands out a part of the file, piece by piece.
  private func read(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let reader = try LocalFileReader(self, range)
    while let piece = try reader.next(Self.chunk) { try piece.withUnsafeBytes(body) }
  }
}

/// Reads a part of a file from its beginning to its end.
final class LocalFileReader {
  private let file: LocalFile
  private let descriptor: FileDescriptor
  private var offset: Int
  private let end: Int

  init(_ file: LocalFile, _ range: Range<Int>) throws(RemoteHostError) {
    self.file = file
    offset = range.lowerBound
    end = range.upperBound
    do {
      descriptor = try FileDescriptor.open(FilePath(file.path), .readOnly)
    } catch {
      throw .localFile(path: file.path, reason: "\(error)")
    }
  }

  deinit {
    try? descriptor.close()
  }

  /// The next bytes; nil at the end of the part.
  func next(_ count: Int) throws(RemoteHostError) -> [UInt8]? {
    guard offset < end else { return nil }
    let wanted = min(count, end - offset)
    let place = Int64(offset)
    do {
      let bytes = try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
        filled = try descriptor.read(
          fromAbsoluteOffset: place, into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard !bytes.isEmpty else {
        throw RemoteHostError.localFile(path: file.path, reason: "it has become shorter")
      }
      offset += bytes.count
      return bytes
    } catch let error as RemoteHostError {
      throw error
    } catch {
      throw .localFile(path: file.path, reason: "\(error)")
    }
  }
}

extension SHA256Digest {
  /// Two digits a byte.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
