import KubernetesClient

/// Does something again that reads before it writes, and so can be done any number of times.
enum Convergence {
  /// How often it is tried in all.
  private static let attempts = 7

  /// Runs `body`, again when somebody wrote in between, when the server stumbled, and with
  /// `awaitingTypes` when a type is not served yet; each time a little later, about six seconds in all.
  static func run<Outcome>(
    awaitingTypes: Bool = false, _ body: () async throws -> Outcome
  ) async throws -> Outcome {
    for attempt in 1..<attempts {
      do {
        return try await body()
      } catch let error as KubernetesError where error.maySettle(awaitingTypes) {
        try await Task.sleep(for: error.retryAfter ?? .milliseconds(50 << attempt))
      }
    }
    return try await body()
  }
}

extension KubernetesError {
  fileprivate func maySettle(_ awaitingTypes: Bool) -> Bool {
    switch self {
    case .conflict, .alreadyExists: true
    case .resourceTypeMissing: awaitingTypes
    default: isTransient
    }
  }
}
