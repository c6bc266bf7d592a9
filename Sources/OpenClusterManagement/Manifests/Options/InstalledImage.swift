/// An image as it is installed: `registry/path/name:tag@digest`, of which tag and digest may be missing.
public struct InstalledImage: Sendable, Hashable {
  /// Registry, path and name.
  public let repository: String
  /// The tag, such as `v1.3.1`.
  public let tag: String?
  /// The digest, such as `sha256:…`.
  public let digest: String?

  /// Takes a reference apart. A colon before the last slash is a registry's port.
  public init(_ reference: String) {
    let parts = reference.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first ?? ""
    digest = parts.count > 1 ? String(parts[1]) : nil
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    if let colon = name[start...].lastIndex(of: ":") {
      repository = String(name[..<colon])
      tag = String(name[name.index(after: colon)...])
    } else {
      repository = String(name)
      tag = nil
    }
  }

  /// The release that the tag names; nil when it names none.
  public var version: OCMVersion? { tag.flatMap { try? OCMVersion(parsing: $0) } }

  /// Registry and path, without the image's name; nil when there are none.
  public var registry: String? {
    repository.lastIndex(of: "/").map { String(repository[..<$0]) }
  }

  /// The same image of another release. A digest names one image and no other, so it is left out.
  public func retagged(_ version: OCMVersion) -> String { "\(repository):\(version.imageTag)" }
}
