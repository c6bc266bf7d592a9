import ArgumentParser
import Workflows

/// How a command goes about many clusters; on every command that takes several.
struct ManyOptions: ParsableArguments {
  /// How many are worked on at a time when nothing is said.
  static let standard = 16

  @Option(
    help: ArgumentHelp(
      "How many clusters are worked on at a time (default: 16).", valueName: "number"))
  var parallel: Int?

  @Option(
    help: ArgumentHelp(
      "Begin no more clusters once so many have failed (default: go on with the others).",
      valueName: "number"))
  var maxFailures: Int?

  @Option(
    help: ArgumentHelp(
      "The longest that one cluster may take of the time the whole command has.",
      valueName: "duration"))
  var clusterTimeout: DurationArgument?

  mutating func validate() throws {
    if let parallel, !(1...256).contains(parallel) {
      throw ValidationError("--parallel is a number from 1 to 256")
    }
    if let maxFailures, maxFailures < 1 {
      throw ValidationError("--max-failures is a number from 1 on: 1 stops after the first failure")
    }
    if let clusterTimeout, clusterTimeout.duration <= .zero {
      throw ValidationError("--cluster-timeout is longer than nothing")
    }
  }

  /// The first of these flags that is given.
  var given: String? {
    let flags: [(String, Bool)] = [
      ("--parallel", parallel != nil), ("--max-failures", maxFailures != nil),
      ("--cluster-timeout", clusterTimeout != nil),
    ]
    return flags.first(where: \.1)?.0
  }

  /// The runner for one of the clusters, whose time begins now.
  func runner(_ runner: PlanRunner) -> PlanRunner {
    clusterTimeout.map { runner.within($0.duration) } ?? runner
  }
}
