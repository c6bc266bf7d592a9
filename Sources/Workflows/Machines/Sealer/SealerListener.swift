import RemoteHosts
import Sealer

/// Makes events of what sealer says, and keeps all of it without credentials.
actor SealerListener {
  private let step: StepContext
  private let host: String
  private let redaction: Redaction
  private let transcript: @Sendable (String) -> Void
  private var pieces = OutputLines()
  private var progress = SealerProgress()
  private var lines: [String] = []
  private var heard = ContinuousClock.now

  init(
    step: StepContext, host: String, redaction: Redaction,
    transcript: @escaping @Sendable (String) -> Void
  ) {
    self.step = step
    self.host = host
    self.redaction = redaction
    self.transcript = transcript
  }

  func take(_ event: JobEvent) throws {
    switch event {
    case .output(let bytes, _):
      heard = .now
      for line in pieces.take(bytes) { try take(redaction.line(line)) }
    case .disconnected(let error):
      try step.waiting(
        on: BlockingFact(
          goal: "the connection to \(host)",
          reason: "it was lost, and sealer goes on there: \(error)"))
    case .reconnected:
      heard = .now
      try step.progress("the connection to \(host) is there again")
    case .ended:
      if let line = pieces.finish() { try take(redaction.line(line)) }
    }
  }

  private func take(_ line: String) throws {
    lines.append(line)
    transcript(line)
    switch progress.take(line) {
    case .stage(let stage): try step.progress(stage.title)
    case .progress(let text): try step.progress(text)
    case .error(let text): try step.warn("sealer: \(text)")
    case .warning, nil: break
    }
  }

  /// Says what is being waited for; throws when sealer has been silent for too long.
  func remind(patience: Duration?) throws {
    let silence = ContinuousClock.now - heard
    let stage = progress.stage?.title ?? "sealer begins"
    if let patience, silence >= patience {
      throw SealerSilent(host: host, stage: stage, silence: silence)
    }
    let quiet = silence > .seconds(20) ? "; nothing was heard for \(silence.spoken)" : ""
    try step.waiting(
      on: BlockingFact(goal: "sealer on \(host)", reason: "\(stage)\(quiet)"))
  }

  /// All that was said.
  func finish() -> [String] { lines }
}

/// sealer has said nothing for a long time.
struct SealerSilent: WorkflowFailure {
  let host: String
  let stage: String
  let silence: Duration

  var id: ErrorID { .createStalled }
  var category: ExitCategory { .timedOut }
  var what: String { "sealer on \(host) has said nothing for \(silence.spoken)" }
  var why: String? { "it had come so far: \(stage). It goes on by itself" }
  var next: [String] {
    [
      "run the same command again: it goes on listening",
      "look on the machine: journalctl -u kubelet, and what the image's scripts do",
    ]
  }
}
