import Documents
import FoundationEssentials

/// Turns what happens in one operation into events.
struct Narrator: Sendable {
  let operation: String
  let subject: String?
  let sink: any EventSink
  let now: @Sendable () -> Date

  /// Emits one event; a sink that fails stops the operation.
  func emit(_ kind: Event.Kind, step: StepSummary? = nil) throws(EventsUnwritable) {
    let event = Event(time: now(), operation: operation, subject: subject, step: step, kind: kind)
    do {
      try sink.emit(event)
    } catch {
      throw EventsUnwritable(reason: "\(error)")
    }
  }
}

/// The events of an operation could not be delivered, for example because a disk is full.
struct EventsUnwritable: WorkflowFailure {
  let reason: String

  var id: ErrorID { .eventsUnwritable }
  var category: ExitCategory { .failed }
  var what: String { "the events of this operation cannot be written" }
  var why: String? { reason }
  var next: [String] { ["make room or name another file with --events, then run it again"] }
}
