import ArgumentParser

/// Which clusters a deletion of many is about, beside names.
struct DeleteSourceFlags: ParsableArguments {
  @Option(
    name: [.customShort("l", allowingJoined: true), .long],
    help: ArgumentHelp(
      "The clusters whose labels match: key=value, key!=value, key in (a,b), key, !key.",
      valueName: "selector"))
  var selector: String?

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "The clusters of a fleet file, which also says how they are reached; - for standard input.",
      valueName: "file"),
    completion: .file())
  var file: String?

  /// Clusters are chosen otherwise than by name.
  var isGiven: Bool { selector != nil || file != nil }

  mutating func validate() throws {
    if selector != nil, file != nil { throw ValidationError("-l and -f exclude each other") }
    if let selector, selector.allSatisfy(\.isWhitespace) {
      throw ValidationError("-l needs a selector: an empty one would match every cluster")
    }
  }
}
