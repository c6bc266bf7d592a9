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
    let here = FileManager.default.currentDirectoryPath
    let absolute = { (path: String) in
      path.hasPrefix("/") || path.hasPrefix("~/") ? path : "\(here)/\(path)"
    }
    var environment = context.invocation.environment
    var folder = here
    var document: Value
    if flags.describesAlone {
      document = flags.document(name, absolute)
    } else if let path = flags.file {
      let bytes = try await InputFile.read(path, flag: "-f", orInputOf: context.invocation.streams)
      document = try ClusterSpecification(
        parsing: bytes, source: path == "-" ? "standard input" : path
      ).document
      if path != "-" { folder = Self.folder(absolute(path)) }
    } else if let path = flags.fromClusterfile {
      let bytes = try InputFile.read(path, flag: "--from-clusterfile")
      let converted = try ClusterfileConversion(parsing: bytes, source: path, name: name)
      document = converted.document
      environment.merge(converted.secrets) { $1 }
    } else {
      return nil
    }
    document = flags.overriding(document, absolute)
    try self.init(document, FleetInputs(folder: folder, environment: environment), name: name)
  }

  /// Takes what the hub keeps of a cluster.
  init(_ origin: ClusterOrigin, _ flags: MachineFlags, name: String, _ context: CommandContext)
    throws
  {
    let here = FileManager.default.currentDirectoryPath
    let document = flags.overriding(origin.document) { path in
      path.hasPrefix("/") || path.hasPrefix("~/") ? path : "\(here)/\(path)"
    }
    try self.init(
      document,
      FleetInputs(folder: origin.folder, environment: context.invocation.environment), name: name)
  }

  /// Takes what the hub keeps of a cluster, and logs in as the flags say.
  init(_ origin: ClusterOrigin, _ ssh: SSHOptions, name: String, _ context: CommandContext) throws {
    let here = FileManager.default.currentDirectoryPath
    var document = origin.document
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

  private init(_ document: Value, _ inputs: FleetInputs, name: String) throws {
    specification = try ClusterSpecification(
      parsing: Array(YAML.text(document).utf8), source: "the description of \(name)")
    self.inputs = inputs
    guard let other = specification.name, other != name else { return }
    throw UserFacingError(
      .usage, status: .usage, what: "the file describes cluster \(other), not \(name)",
      next: ["mcctl create \(other) -f FILE"])
  }

  private static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
