import Crypto

/// One file of a join bundle.
public struct BundleFile: Sendable, Hashable {
  /// The path within the bundle, with slashes.
  public let path: String
  /// What is in it.
  public let contents: [UInt8]

  /// A file.
  public init(path: String, contents: [UInt8]) {
    self.path = path
    self.contents = contents
  }

  /// A file of text.
  init(_ path: String, _ text: String) {
    self.init(path: path, contents: Array(text.utf8))
  }

  /// True for what is meant to be run.
  public var isExecutable: Bool { path.hasSuffix(".sh") }

  /// The permission bits: nobody but the owner may read a bundle, for it holds a credential.
  public var permissions: UInt16 { isExecutable ? 0o700 : 0o600 }

  /// The SHA-256 of the contents, hexadecimal.
  public var digest: String { Hexadecimal.text(SHA256.hash(data: contents)) }
}
