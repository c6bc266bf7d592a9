/// Faults as text, for program flags and control requests:
/// `EFFECT[,method=GET|POST][,path=TEXT][,skip=N][,times=N]`.
///
/// Effects are `latency=MILLISECONDS`, `drop`, `status=CODE`, `status=CODE:RETRY-AFTER`,
/// `cut-watch=EVENTS`, `expire` and `slow-body=BYTES:MILLISECONDS`.
extension Fault {
  /// A text that is no fault.
  struct Unreadable: Error, CustomStringConvertible {
    let text: String

    var description: String {
      "\"\(text)\" is not a fault; write latency=MS, drop, status=CODE[:RETRY-AFTER],"
        + " cut-watch=EVENTS, expire or slow-body=BYTES:MS, then optionally ,method=GET|POST"
        + " ,path=TEXT ,skip=N ,times=N"
    }
  }

  init(_ text: String) throws(Unreadable) {
    let parts = text.split(separator: ",").map { part in
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      return (name: pair[0], value: pair.count > 1 ? pair[1] : "")
    }
    guard let first = parts.first, let effect = Self.effect(first.name, first.value) else {
      throw Unreadable(text: text)
    }
    self.init(effect: effect)
    for (name, value) in parts.dropFirst() {
      switch (name, Int(value)) {
      case ("method", _): methods = Set(value.split(separator: "|").map { $0.uppercased() })
      case ("path", _): path = value
      case ("skip", let count?): skip = count
      case ("times", let count?): times = count
      default: throw Unreadable(text: text)
      }
    }
  }

  private static func effect(_ name: String, _ value: String) -> Effect? {
    let numbers = value.split(separator: ":").map { Int($0) }
    switch (name, numbers.first ?? nil, numbers.count > 1 ? numbers[1] : nil) {
    case ("latency", let milliseconds?, nil): return .latency(milliseconds)
    case ("drop", nil, nil): return .drop
    case ("status", let code?, let seconds) where (400...599).contains(code):
      return .status(code, retryAfter: seconds)
    case ("cut-watch", let events?, nil): return .cutWatch(afterEvents: events)
    case ("expire", nil, nil): return .expire
    case ("slow-body", let bytes?, let pause?) where bytes > 0:
      return .slowBody(bytes: bytes, pause: pause)
    default: return nil
    }
  }
}
