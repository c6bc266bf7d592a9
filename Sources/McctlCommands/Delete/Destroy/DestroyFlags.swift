import ArgumentParser
import Documents

/// How a cluster that mcctl created is taken off its machines, too.
struct DestroyFlags: ParsableArguments {
  @Flag(
    help: """
      Take the cluster off its machines, too, which mcctl must have created it of: everything on them that is the \
      cluster's goes, with all data. What the machines are is forgotten last.
      """)
  var destroy = false

  @Option(
    help: ArgumentHelp(
      "With --destroy: addresses of machines that are gone, parted by commas. They are not contacted.",
      valueName: "addresses"))
  var lostHosts: String?

  @OptionGroup var ssh: SSHOptions
  @OptionGroup var sealer: SealerOptions

  /// The addresses of the machines that are gone.
  var lostAddresses: Set<String> {
    Set((lostHosts ?? "").split(separator: ",").map { String($0.filter { !$0.isWhitespace }) })
  }

  mutating func validate() throws {
    guard !destroy else { return }
    if lostHosts != nil { throw ValidationError("--lost-hosts needs --destroy") }
    if let flag = sealer.given { throw ValidationError("\(flag) needs --destroy") }
    if ssh.members({ $0 }) != [:] { throw ValidationError("flags of SSH need --destroy") }
  }
}
