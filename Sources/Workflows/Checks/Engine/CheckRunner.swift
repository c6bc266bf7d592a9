import KubernetesClient

/// Makes checks: those that need no other first, several at a time, then those that need these.
struct CheckRunner<Context: CheckContext>: Sendable {
  /// The checks, in the order they are reported in.
  let checks: [any Check<Context>]
  let context: Context
  /// The cluster they are about; nil for the hub.
  let subject: String?
  /// Told what happens, from several tasks.
  let observe: @Sendable (CheckProgress) -> Void

  /// How many are made at a time: most of their time they wait for answers.
  private static var width: Int { 6 }

  /// The outcome of each, in order.
  func run() async throws -> [CheckResult] {
    observe(.planned(checks.map(\.article), subject: subject))
    var levels: [String: CheckLevel] = [:]
    var results: [String: CheckResult] = [:]
    let known = Set(checks.map(\.article.id))
    var rest = checks
    while !rest.isEmpty {
      let isDue = { (check: any Check<Context>) in
        check.requires.allSatisfy { levels[$0] != nil || !known.contains($0) }
      }
      var wave = rest.filter(isDue)
      // Checks that need each other are a mistake of the catalogue; they are made all the same.
      if wave.isEmpty { wave = rest }
      let ids = Set(wave.map(\.article.id))
      rest.removeAll { ids.contains($0.article.id) }
      let sofar = levels
      for result in try await wave.concurrentMap(limit: Self.width, { try await make($0, sofar) }) {
        levels[result.article.id] = result.verdict.level
        results[result.article.id] = result
      }
    }
    return checks.compactMap { results[$0.article.id] }
  }

  private func make(
    _ check: any Check<Context>, _ levels: [String: CheckLevel]
  ) async throws -> CheckResult {
    try Task.checkCancellation()
    observe(.started(check.article, subject: subject))
    let clock = ContinuousClock()
    let start = clock.now
    let verdict = try await verdict(check, levels)
    let result = CheckResult(
      check.article, subject: subject, verdict, duration: start.duration(to: clock.now))
    observe(.finished(result))
    return result
  }

  private func verdict(
    _ check: any Check<Context>, _ levels: [String: CheckLevel]
  ) async throws -> CheckVerdict {
    if let missing = check.requires.first(where: { levels[$0] == .fail || levels[$0] == .skip }) {
      let state = levels[missing] == .fail ? "failed" : "was skipped"
      return .skip("not looked at, since \(missing) \(state)")
    }
    do {
      return try await check.run(context)
    } catch let error as KubernetesError {
      return try verdict(error)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      return .fail("\(error)")
    }
  }

  private func verdict(_ error: KubernetesError) throws -> CheckVerdict {
    try Task.checkCancellation()
    switch error {
    case .forbidden: return .skip("may not \(error.context)")
    case .resourceTypeMissing(let type, _):
      return .skip("the server does not serve \(type.qualifiedName)")
    default: return .fail("cannot \(error.context): \(error.reason)")
    }
  }
}
