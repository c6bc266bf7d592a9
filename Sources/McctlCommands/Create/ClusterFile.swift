import Documents
import FoundationEssentials
import Workflows

/// A cluster that is described: by a file, by flags, or by what the hub keeps of it.
struct ClusterFile: Sendable {
  let specification: ClusterSpecification
  /// Reads what it names.
  private(set) var inputs: FleetInputs

  /// Reads what the flags name; nil when they name nothing.
  init?(_ flags: MachineFlags, name: String, _ context: CommandContext) async throws {
    let environment = context.invocation.environment
    if flags.describesAlone {
      try self.init(
        flags.document(name, Self.absolute),
        FleetInputs(folder: Self.here, environment: environment), name: name)
    } else if let path = flags.file {
      try await self.init(path, name: name, context) { flags.overriding($0, Self.absolute) }
    } else if let path = flags.fromClusterfile {
      let bytes = try InputFile.read(path, flag: "--from-clusterfile")
      let converted = try ClusterfileConversion(parsing: bytes, source: path, name: name)
      try self.init(
        flags.overriding(converted.document, Self.absolute),
        FleetInputs(
          folder: Self.here, environment: environment.merging(converted.secrets) { $1 }),
        name: name)
    } else {
      return nil
    }
  }

  /// Reads the file at a path, or standard input for `-`.
  ///
  /// - Parameter overriding: lays what flags say over the document.
  init(
    _ path: String, name: String, _ context: CommandContext,
    overriding: (Value) -> Value
  ) async throws {
    let bytes = try await InputFile.read(path, flag: "-f", orInputOf: context.invocation.streams)
    let document = try ClusterSpecification(
      parsing: bytes, source: path == "-" ? "standard input" : path
    ).document
    let folder = path == "-" ? Self.here : Self.folder(Self.absolute(path))
    try self.init(
      overriding(document),
      FleetInputs(folder: folder, environment: context.invocation.environment), name: name)
  }

  /// Takes what the hub keeps of a cluster, or another description in its place.
  init(
    _ origin: ClusterOrigin, _ document: Value?, _ flags: MachineFlags, name: String,
    _ context: CommandContext
  ) throws {
    try self.init(
      flags.overriding(document ?? origin.document, Self.absolute),
      FleetInputs(folder: origin.folder, environment: context.invocation.environment), name: name)
  }

  /// Takes all machines that the hub knows of a cluster, and logs in as the flags say.
  init(_ origin: ClusterOrigin, _ ssh: SSHOptions, name: String, _ context: CommandContext) throws {
    let here = FileManager.default.currentDirectoryPath
    var document = origin.everyMachine
    let members = ssh.members { path in
      path.hasPrefix("/") || path.hasPrefix("~/") ? path : "\(here)/\(path)"
    }
    for (member, value) in members.object ?? Object() {
      document.set(value, at: "spec", "ssh", member)
    }
    try self.init(
      document,
      FleetInputs(folder: origin.folder, environment: context.invocation.environment), name: name)
  }

  /// The same, with what the hub keeps of secrets that cannot be had here.
  func completed(_ name: String, on hub: ClusterAccess) async throws -> ClusterFile {
    var file = self
    if !specification.namesNoSecrets {
      file.inputs.stored = try await StoredCredentials.read(name, on: hub).secrets
    }
    return file
  }

  /// Takes a document, which is checked as a file is.
  init(_ document: Value, _ inputs: FleetInputs, name: String) throws {
    specification = try ClusterSpecification(
      parsing: Array(YAML.text(document).utf8), source: "the description of \(name)")
    self.inputs = inputs
    guard let other = specification.name, other != name else { return }
    throw UserFacingError(
      .usage, status: .usage, what: "the file describes cluster \(other), not \(name)",
      next: ["name that cluster on the command line: \(other)"])
  }

  /// The folder in which mcctl was started.
  private static var here: String { FileManager.default.currentDirectoryPath }

  /// A path of a flag's, which stays right wherever the description is kept.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") || path.hasPrefix("~/") ? path : "\(here)/\(path)"
  }

  private static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
