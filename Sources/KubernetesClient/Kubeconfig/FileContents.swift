import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reading small files whole.
enum FileContents {
  /// Why a file could not be read, in words.
  struct Failure: Error, CustomStringConvertible {
    let description: String
    let isMissing: Bool
  }

  /// The bytes of a file.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch let error as CocoaError {
      switch error.code {
      case .fileNoSuchFile, .fileReadNoSuchFile:
        throw Failure(description: "no such file", isMissing: true)
      case .fileReadNoPermission:
        throw Failure(description: "permission denied", isMissing: false)
      default:
        throw Failure(description: Self.words(for: error), isMissing: false)
      }
    } catch {
      throw Failure(description: "it cannot be read", isMissing: false)
    }
  }

  private static func words(for error: CocoaError) -> String {
    guard let cause = error.underlying as? POSIXError else { return "it cannot be read" }
    return String(cString: strerror(cause.code.rawValue)).lowercased()
  }
}
