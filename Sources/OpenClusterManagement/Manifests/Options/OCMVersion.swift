/// A release of OCM, such as 1.3.1.
public struct OCMVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Major number.
  public let major: Int
  /// Minor number.
  public let minor: Int
  /// Patch number.
  public let patch: Int

  /// What mcctl installs unless told otherwise.
  public static let standard = OCMVersion(major: 1, minor: 3, patch: 1)

  /// The oldest release whose operators mcctl's manifests fit.
  public static let oldest = OCMVersion(major: 0, minor: 11, patch: 0)

  /// A release by its numbers.
  public init(major: Int, minor: Int, patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `1.3.1` or `v1.3.1`.
  public init(parsing text: String) throws(ManifestOptionError) {
    let digits = text.hasPrefix("v") ? String(text.dropFirst()) : text
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Int? in
      part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { throw .notAVersion(text) }
    self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
    guard self >= Self.oldest else { throw .versionTooOld(self) }
  }

  /// Orders releases by age.
  public static func < (left: OCMVersion, right: OCMVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  /// Written as 1.3.1.
  public var description: String { "\(major).\(minor).\(patch)" }

  /// The tag of the release's images.
  public var imageTag: String { "v\(description)" }
}
