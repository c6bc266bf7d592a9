/// Where a detached job stands.
public enum JobState: Sendable, Hashable {
  /// It was never started.
  case absent
  /// It runs.
  case running(processID: Int)
  /// It ended: its exit status, 128 and the signal's number for a signal.
  case finished(exitCode: Int)
  /// It is gone without an end of its own: killed, or the machine was restarted.
  case lost(rebooted: Bool)

  /// Reads what the host's script says.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    switch (words.first, words.dropFirst().first.flatMap { Int($0) }) {
    case ("absent", _): self = .absent
    case ("running", let id?): self = .running(processID: id)
    case ("finished", let code?): self = .finished(exitCode: code)
    case ("lost", let rebooted?): self = .lost(rebooted: rebooted == 1)
    default: return nil
    }
  }
}

/// What starting a job came to.
public enum JobStart: Sendable, Hashable {
  /// It was started now.
  case started
  /// It is there already; this is where it stands.
  case existing(JobState)
}

/// What happens while a job is followed.
public enum JobEvent: Sendable, Hashable {
  /// The job wrote this; `next` is the offset of what comes after it.
  case output([UInt8], next: Int)
  /// The connection was lost; it is being made anew.
  case disconnected(RemoteHostError)
  /// The connection is there again.
  case reconnected
  /// The job has ended; nothing comes after it.
  case ended(JobState)
}
