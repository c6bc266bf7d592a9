import Documents

/// The cluster image, and where it comes from.
public struct ImageSpecification: Sendable, Hashable {
  /// Its name, with registry and tag.
  public let name: String
  /// A tar archive to load it from; nil to pull it. Relative to the file.
  public let file: String?
  /// The SHA-256 of that archive, in lower-case hexadecimal; nil for any.
  public let sha256: String?
  /// `os/architecture` when it is pulled; nil for the host's.
  public let platform: String?
  /// A `.dockerconfigjson` to pull it with.
  public let registryAuth: FleetSecret?

  init(_ value: Value) {
    name = value["name"]?.string ?? ""
    file = value["file"]?.string
    sha256 = value["sha256"]?.string?.lowercased()
    platform = value["platform"]?.string
    registryAuth = value["registryAuth"].flatMap(FleetSecret.init)
  }

  /// Whether the name is that of an ACK Distro image.
  public var isACKDistro: Bool { name.contains("ackdistro") }
}

/// The sealer program on the first master.
public struct SealerSpecification: Sendable, Hashable {
  /// The version that has to be there; nil for any that mcctl knows.
  public let version: String?
  /// The program, to be installed when another version or none is there. Relative to the file.
  public let binary: String?
  /// The SHA-256 of that program, in lower-case hexadecimal; nil for any.
  public let sha256: String?

  init(_ value: Value) {
    version = value["version"]?.string
    binary = value["binary"]?.string
    sha256 = value["sha256"]?.string?.lowercased()
  }
}
