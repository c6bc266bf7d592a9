/// Which mcctl this is.
enum ProgramVersion {
  /// The release, by semantic versioning.
  static let current = "0.1.0"

  /// Operating system and processor, in the words Go programs use for them.
  static var platform: String {
    #if os(Linux)
      let system = "linux"
    #elseif os(macOS)
      let system = "darwin"
    #else
      let system = "unknown"
    #endif
    #if arch(x86_64)
      return system + "/amd64"
    #elseif arch(arm64)
      return system + "/arm64"
    #else
      return system + "/unknown"
    #endif
  }

  /// How mcctl introduces itself to API servers.
  static var userAgent: String { "mcctl/\(current) (\(platform))" }
}
