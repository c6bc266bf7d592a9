import Workflows

extension CommandContext {
  /// Does the same for several names, one after the other, and goes on when one fails.
  ///
  /// Being stopped and having no rights at all end the row: the rest would fail alike.
  func each(
    _ names: [String], _ work: (String) async throws -> CommandOutcome
  ) async throws -> CommandOutcome {
    var results: [Result<CommandOutcome, UserFacingError>] = []
    for name in names {
      do {
        results.append(.success(try await work(name)))
      } catch {
        let failure = UserFacingError(mapping: error)
        results.append(.failure(failure))
        if failure.status == .interrupted || failure.status == .timedOut || Task.isCancelled {
          break
        }
      }
    }
    return try .combining(results)
  }
}
