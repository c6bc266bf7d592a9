/// `agent.clock`: the cluster's clock agrees with the one here.
struct AgentClockCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "agent.clock", .agent, "the cluster's clock agrees with the one here",
    meaning: """
      Compares the Date of an answer of the cluster's API server with the clock here; hub.clock does the same for the \
      hub. An agent whose clock differs from the hub's stops reporting.
      """,
    warns: "the clocks differ by 30 seconds or more.",
    fails: "they differ by five minutes or more.",
    remedies: ["have all clocks set by NTP"])

  var requires: [String] { ["agent.api"] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    try await ClockComparison(reader: context.cluster().reader, now: context.options.now).verdict()
  }
}
