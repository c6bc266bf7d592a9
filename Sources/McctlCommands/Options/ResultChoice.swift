import ArgumentParser

/// How a command's result is printed, by whichever flags the command has for it.
protocol ResultChoice: Sendable {
  /// The format by flag, environment or default.
  func format(_ invocation: Invocation) throws -> OutputFormat

  /// Tables are printed without their header.
  var noHeaders: Bool { get }
}

/// `-o` on commands that also make a bundle: it names a format for the result or, being none, where the bundle goes.
struct BundleResultOptions: ParsableArguments, ResultChoice {
  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      """
      Where the bundle goes: a directory, a .tar.gz, a .yaml, or - for the manifests on standard output. Or, with \
      the bundle named by --bundle or for a result without one, its format: table, wide, json, yaml, name, \
      jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]
      """, valueName: "out"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Where the bundle goes, when -o is a format.", valueName: "out"),
    completion: .file())
  var bundle: String?

  @Flag(help: "Print tables without their header.")
  var noHeaders = false

  mutating func validate() throws {
    if bundle != nil, bundleByOutput != nil {
      throw ValidationError("-o and --bundle both say where the bundle goes")
    }
  }

  /// What `-o` says when it is no format.
  private var bundleByOutput: String? {
    output.flatMap { OutputFormat(argument: $0) == nil ? $0 : nil }
  }

  /// Where the bundle goes; nil when nothing is said.
  var target: String? { bundle ?? bundleByOutput }

  /// Throws when `-o` is no format, for commands that make no bundle this time.
  func requireFormat() throws {
    if let output { _ = try OutputFormat.parse(output) }
    if bundle != nil { throw ValidationError("--bundle is for --mode manual") }
  }

  func format(_ invocation: Invocation) throws -> OutputFormat {
    if let output, bundleByOutput == nil { return try OutputFormat.parse(output) }
    return try EnvironmentDefault("MCCTL_OUTPUT").value(invocation, OutputFormat.init) ?? .table
  }
}
