import Workflows

/// A fleet file that was read, and what it starts from.
struct FleetFile: Sendable {
  let fleet: Fleet
  /// Reads what the file names.
  let inputs: FleetInputs
  /// The file's name, for errors.
  let source: String

  /// Reads the file, or standard input for `-`.
  init(_ path: String, _ context: CommandContext) async throws {
    let bytes = try await InputFile.read(path, flag: "-f", orInputOf: context.invocation.streams)
    source = path == "-" ? "standard input" : path
    fleet = try Fleet(parsing: bytes, source: source)
    inputs = FleetInputs(
      folder: Self.folder(path), environment: context.invocation.environment)
  }

  /// The folder that paths in the file start from.
  private static func folder(_ path: String) -> String {
    guard path != "-", let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
