public import Documents

/// What destroying a cluster came to.
public struct DestroyReport: WorkflowReport, Hashable {
  /// What taking it out of the hub came to.
  public let hub: UnregisterReport
  /// Addresses of the machines that this run has cleaned.
  public let cleaned: [String]
  /// Addresses of the machines on which something stays, and what.
  public let staying: [MachineResidue]

  /// The machine form; its field names are API.
  public var document: Value {
    var value = hub.document
    value["machines"] = [
      "cleaned": .array(cleaned.map(Value.string)),
      "staying": .array(
        staying.map { ["address": .string($0.address), "what": .string($0.what)] }),
    ]
    return value
  }
}

/// What stays on a machine that cannot be cleaned.
public struct MachineResidue: Sendable, Hashable {
  /// The machine's address.
  public let address: String
  /// What stays there, and why, for people.
  public let what: String
}
