public import Documents
import OpenClusterManagement

extension Event {
  /// Version of the JSON form, the field `v`.
  public static let schemaVersion = 1

  /// The machine form, one object an event:
  /// `{"v", "time", "operation", "subject", "step", "cluster", "event", …}`; the last fields depend
  /// on the event and are `steps`, `message`, `waitingOn`, `state`, `writes`, `error` and `result`.
  public var document: Value {
    var value: Value = [
      "v": .integer(Self.schemaVersion), "time": .string(Timestamp.text(time)),
      "operation": .string(operation),
    ]
    value["subject"] = subject.map(Value.string)
    value["step"] = step.map { .string($0.id) }
    value["cluster"] = step.map(\.location.document)
    value["event"] = .string(kind.name)
    for (key, field) in kind.fields { value[key] = field }
    return value
  }
}

extension Event.Kind {
  /// The word for the kind in the machine form.
  public var name: String {
    switch self {
    case .planned: "planned"
    case .started: "started"
    case .progress: "progress"
    case .waitingOn: "waitingOn"
    case .done(let result): result.state == .skipped ? "skipped" : "done"
    case .failed: "failed"
    case .warning: "warning"
    case .finished: "finished"
    }
  }

  fileprivate var fields: [(String, Value)] {
    switch self {
    case .planned(let steps): [("steps", .array(steps.map(\.document)))]
    case .started: []
    case .progress(let message), .warning(let message): [("message", .string(message))]
    case .waitingOn(let fact): [("waitingOn", fact.document)]
    case .failed(let error): [("error", error.document)]
    case .finished(let report): [("result", report)]
    case .done(let result):
      [("state", .string(result.state.rawValue)), ("writes", .integer(result.writes))]
        + (result.message.map { [("message", .string($0))] } ?? [])
    }
  }
}
