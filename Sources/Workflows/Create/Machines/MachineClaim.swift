import Documents

/// Whose a machine is: which cluster of which hub mcctl makes of it. Written before anything else is done there.
struct MachineClaim: Sendable, Hashable {
  /// The cluster's name on the hub.
  let name: String
  /// The hub: the UID of its namespace kube-system.
  let hub: String

  init(name: String, hub: String) {
    self.name = name
    self.hub = hub
  }

  /// Reads the file; nil for what is none.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSON.decode(bytes), let name = value["name"]?.string,
      let hub = value["hub"]?.string
    else { return nil }
    self.init(name: name, hub: hub)
  }

  /// The file.
  var bytes: [UInt8] { Array(JSON.text(["name": .string(name), "hub": .string(hub)]).utf8) }
}

/// How an attempt to create a cluster ended. Written when its output has been read to the end; as long as it is not
/// there, the next run reads it again.
struct Attempt: Sendable, Hashable {
  /// 1 for the first.
  let number: Int
  /// What it failed at, as ``SealerFailure`` names it; nil when it succeeded.
  let failure: String?
  /// Whether the machines have to be cleaned before the next one.
  let needsCleaning: Bool

  init(number: Int, failure: String?, needsCleaning: Bool) {
    self.number = number
    self.failure = failure
    self.needsCleaning = needsCleaning
  }

  /// Reads the file; nil for what is none.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSON.decode(bytes), let number = value["attempt"]?.int else {
      return nil
    }
    self.init(
      number: number, failure: value["failure"]?.string,
      needsCleaning: value["needsCleaning"]?.bool ?? true)
  }

  /// The file.
  var bytes: [UInt8] {
    var value: Value = ["attempt": .integer(number), "needsCleaning": .bool(needsCleaning)]
    value["failure"] = failure.map(Value.string)
    return Array(JSON.text(value).utf8)
  }
}
