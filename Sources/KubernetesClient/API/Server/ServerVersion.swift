public import Documents

/// What `/version` says.
public struct ServerVersion: Sendable, Hashable {
  /// The major version, such as `1`.
  public let major: String
  /// The minor version, such as `36`, or `28+` from some vendors.
  public let minor: String
  /// The full version, such as `v1.36.0`.
  public let gitVersion: String
  /// The platform, such as `linux/amd64`.
  public let platform: String

  /// Reads the document that `/version` answers; nil when it is something else.
  public init?(_ document: Value) {
    guard let gitVersion = document["gitVersion"]?.string,
      let major = document["major"]?.string,
      let minor = document["minor"]?.string
    else { return nil }
    self.major = major
    self.minor = minor
    self.gitVersion = gitVersion
    platform = document["platform"]?.string ?? ""
  }

  /// The minor version as a number, whatever a vendor appends to it.
  public var minorNumber: Int? {
    Int(minor.prefix { $0.isASCII && $0.isNumber })
  }
}
