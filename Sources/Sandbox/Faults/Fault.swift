import Documents

/// Something that goes wrong on purpose with requests to a server.
struct Fault: Sendable, Hashable {
  /// What happens.
  enum Effect: Sendable, Hashable {
    /// The answer comes later, by so many milliseconds.
    case latency(Int)
    /// The connection is closed without an answer.
    case drop
    /// The request is not handled; this status is answered, with `Retry-After` in seconds if given.
    case status(Int, retryAfter: Int?)
    /// Watches end after so many events.
    case cutWatch(afterEvents: Int)
    /// The history is forgotten, so that continue tokens and old watches answer 410.
    case expire
    /// The body is sent in pieces of so many bytes with a pause of so many milliseconds between.
    case slowBody(bytes: Int, pause: Int)
  }

  var effect: Effect
  /// Methods that are affected; empty for all.
  var methods: Set<String> = []
  /// What the path must contain; nil for every path.
  var path: String?
  /// How many requests pass unharmed before the first one that is affected.
  var skip = 0
  /// How many requests are affected; nil for no end.
  var times: Int?

  /// Whether the fault is meant for a request.
  func concerns(method: String, path: String) -> Bool {
    (methods.isEmpty || methods.contains(method)) && (self.path.map(path.contains) ?? true)
  }
}
