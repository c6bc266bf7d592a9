import ArgumentParser

/// Which clusters of the hub a reading command is about.
struct ClusterSelection: ParsableArguments {
  @Option(
    name: [.customShort("l", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Only clusters whose labels match: key=value, key!=value, key in (a,b), key, !key.",
      valueName: "selector"))
  var selector: String?

  @Option(
    name: .customLong("clusterset"),
    help: ArgumentHelp("Only clusters of this cluster set.", valueName: "name"))
  var clusterSet: String?

  @Flag(
    help:
      "Read from etcd; without it lists come from the API server's cache, faster and a little old."
  )
  var consistent = false
}
