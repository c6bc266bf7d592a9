import Sealer

/// sealer did not do what it was to do.
struct SealerFailed: WorkflowFailure {
  let host: String
  let verdict: SealerVerdict
  let isLost: Bool
  /// What there is to do beside what the failure itself says.
  var advice: [String] = []
  /// Where all that was said is kept on the machine.
  let transcript: String
  let command: String

  private var failure: SealerFailure { verdict.failure ?? .unknown }

  var id: ErrorID { failure.id }
  var category: ExitCategory { failure.category }
  var what: String {
    isLost
      ? "sealer on \(host) ended without an end of its own: it was killed, or the machine restarted"
      : "sealer failed on \(host): \(failure.title)"
  }
  var why: String? {
    let stage = verdict.stage.map { "while \($0.title)" }
    return [verdict.evidence, stage].compactMap(\.self).joined(separator: "; ")
  }
  var next: [String] {
    failure.remedies + [
      "then run the same command again: \(command)"
    ] + advice + ["all it said: \(transcript) on \(host)"]
  }
}
