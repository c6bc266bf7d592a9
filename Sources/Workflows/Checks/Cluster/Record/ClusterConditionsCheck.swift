import OpenClusterManagement

/// `cluster.conditions`: neither clocks nor the renewal of certificates trouble the agent.
struct ClusterConditionsCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "cluster.conditions", .record, "the agent's clock and certificate renewal are fine",
    meaning: """
      Reads the conditions ManagedClusterConditionClockSynced and ClusterCertificateRotated. An agent whose clock \
      differs stops reporting; one that cannot renew its certificate loses the hub when it ends.
      """,
    fails: "one of the two is False.",
    remedies: [
      "have the clocks of hub and cluster set by NTP",
      "look whether the hub approves the agent's renewals (cluster.requests)",
    ])

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    let record = try await context.requiredRecord()
    let types = [Names.ConditionType.clockSynced, Names.ConditionType.certificateRotated]
    let bad = types.compactMap { record.condition($0) }.filter { $0.status == .isFalse }
    guard let first = bad.first else { return .pass("no trouble is reported") }
    return .fail(
      "\(first.type) is False: \(first.message)",
      details: bad.map { "\($0.type): \($0.reason): \($0.message)" })
  }
}
