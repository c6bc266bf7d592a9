import ArgumentParser

/// Clusters that are declared on the hub.
struct DeclaredFlags: ParsableArguments {
  @Flag(
    help: """
      Bring about what is declared on the hub: create, scale, upgrade and destroy clusters as their ManagedCluster and \
      Secret mcctl-cluster say. What destroys something needs --yes.
      """)
  var declared = false

  @Option(
    name: [.customShort("l", allowingJoined: true), .long],
    help: ArgumentHelp(
      "With --declared: only clusters whose labels match, such as key=value, key in (a,b), !key.",
      valueName: "selector"))
  var selector: String?

  mutating func validate() throws {
    if selector != nil, !declared { throw ValidationError("-l needs --declared") }
    if let selector, selector.allSatisfy(\.isWhitespace) {
      throw ValidationError("-l needs a selector: an empty one would match every cluster")
    }
  }
}
