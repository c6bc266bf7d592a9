import SystemPackage

/// Reading small files whole.
public enum FileContents {
  /// Why a file could not be read, in words.
  public struct Failure: Error, CustomStringConvertible {
    /// The system's reason, in lower case.
    public let description: String
    let isMissing: Bool
  }

  /// Bytes beyond which no file is read: kubeconfigs, certificates, keys and tokens are far smaller.
  private static let largest = 16 << 20

  /// The bytes of a file, which may be a pipe. At most 16 MiB.
  public static func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly)
      return try file.closeAfter { try contents(of: file) }
    } catch let error as Errno {
      throw Failure(
        description: error.description.lowercased(), isMissing: error == .noSuchFileOrDirectory)
    } catch {
      throw error as? Failure ?? Failure(description: "\(error)", isMissing: false)
    }
  }

  private static func contents(of file: FileDescriptor) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if piece.isEmpty { return bytes }
      bytes += piece
      guard bytes.count <= largest else {
        throw Failure(description: "it has more than \(largest) bytes", isMissing: false)
      }
    }
  }
}
