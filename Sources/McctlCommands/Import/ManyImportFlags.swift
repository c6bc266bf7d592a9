import ArgumentParser

/// Where the clusters of an import of many come from.
struct ManyImportFlags: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "A fleet file; - for standard input. With names, only those of it are imported.",
      valueName: "file"),
    completion: .file())
  var file: String?

  @Option(
    name: [.customShort("l", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Import the clusters whose records wait on the hub and match; '' for all that wait.",
      valueName: "selector"))
  var selector: String?

  @Option(
    help: ArgumentHelp(
      "A file with the names of clusters, one a line; - for standard input.", valueName: "file"),
    completion: .file())
  var namesFrom: String?

  @Option(
    help: ArgumentHelp(
      """
      Import only what is not done by this result of an earlier run: what it printed with -o json, or its --events \
      file.
      """, valueName: "result"),
    completion: .file())
  var retryFailed: String?
}
