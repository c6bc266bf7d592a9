public import ArgumentParser
import Workflows

extension ImportMode: ExpressibleByArgument {}

/// How an import goes about a cluster that cannot be reached from here.
struct ManualFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      auto: install the agent from here; manual: make a bundle (-o) for somebody to apply where only the cluster \
      reaches the hub.
      """, valueName: "mode"))
  var mode = ImportMode.auto

  @Flag(
    help: "Make the bundle without a hub, from --hub-server, --hub-ca-file and --hub-token-file.")
  var offline = false

  @Option(
    help: ArgumentHelp(
      "With --offline, a file with the credential to join with; - for standard input.",
      valueName: "file"),
    completion: .file())
  var hubTokenFile: String?

  @Flag(
    inversion: .prefixedNo,
    help: """
      Wait until the cluster is registered, or end when everything is written (default: wait, but not with --mode \
      manual).
      """)
  var wait: Bool?

  mutating func validate() throws {
    guard mode == .manual else {
      if offline { throw ValidationError("--offline needs --mode manual") }
      if hubTokenFile != nil { throw ValidationError("--hub-token-file needs --offline") }
      return
    }
    guard offline else {
      if hubTokenFile != nil { throw ValidationError("--hub-token-file needs --offline") }
      return
    }
    if hubTokenFile == nil {
      throw ValidationError("--offline needs a credential: --hub-token-file FILE, or - to read it")
    }
    if wait == true { throw ValidationError("--offline has no hub to wait at") }
  }
}
