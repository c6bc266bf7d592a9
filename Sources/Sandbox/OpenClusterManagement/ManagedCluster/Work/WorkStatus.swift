import Documents

/// Finds out how a work's objects are, and writes the work's status (OCM work,
/// spoke/controllers/statuscontroller).
struct WorkStatus: Sendable {
  let spoke: RestrictedClient
  let catalog: KindCatalog

  /// How one object is.
  struct Observation: Sendable {
    let available: StatusCondition
    /// Condition StatusFeedbackSynced; nil when there is no object to read from.
    let feedback: StatusCondition?
    let values: [Value]
  }

  /// Reads every object of a work.
  func observe(_ results: [ApplyResult], _ work: Value) async throws -> [Observation] {
    let configs = ManifestConfigs(work)
    var observations: [Observation] = []
    for result in results {
      observations.append(
        await observe(
          result.meta, rules: configs.field("feedbackRules", of: result.meta)?.array ?? []))
    }
    return observations
  }

  private func observe(_ meta: ManifestMeta, rules: [Value]) async -> Observation {
    func absent(_ status: StatusCondition.Status, _ reason: String, _ message: String)
      -> Observation
    {
      Observation(
        available: StatusCondition("Available", status, reason, message), feedback: nil,
        values: [])
    }
    guard let kind = meta.kind else {
      return absent(.unknown, "IncompleteResourceMeta", "Resource meta is incomplete")
    }
    do {
      let object = try await spoke.get(kind, meta.name, meta.place)
      let (condition, values) = StatusFeedback.read(object, kind: kind, rules: rules)
      return Observation(
        available: StatusCondition(
          "Available", .yes, "ResourceAvailable", "Resource is available"),
        feedback: condition, values: values)
    } catch let failure as APIFailure where failure.isNotFound {
      return absent(.no, "ResourceNotAvailable", "Resource is not available")
    } catch {
      let message = (error as? APIFailure)?.message ?? "\(error)"
      return absent(
        .unknown, "FetchingResourceFailed", "Failed to fetch resource: \(message)")
    }
  }

  /// Puts conditions and feedback into a work; unchanged conditions keep their times.
  func write(_ results: [ApplyResult], _ observations: [Observation], into work: inout Value) {
    let generation = work.objectGeneration
    let before = work.at("status", "resourceStatus", "manifests")?.array ?? []
    var manifests: [Value] = []
    for (result, observation) in zip(results, observations) {
      let meta = result.meta.document
      var conditions = before.first { $0["resourceMeta"] == meta }?["conditions"]?.array ?? []
      Value.merge(result.condition(generation: generation), into: &conditions)
      Value.merge(observation.available, into: &conditions)
      if let feedback = observation.feedback { Value.merge(feedback, into: &conditions) }
      var feedback: Value = [:]
      if !observation.values.isEmpty { feedback["values"] = .array(observation.values) }
      manifests.append([
        "conditions": .array(conditions), "resourceMeta": meta, "statusFeedback": feedback,
      ])
    }
    work.setCondition(Self.applied(results, generation))
    work.setCondition(Self.available(observations, generation))
    work.set(.array(manifests), at: "status", "resourceStatus", "manifests")
  }

  private static func applied(_ results: [ApplyResult], _ generation: Int) -> StatusCondition {
    results.allSatisfy { $0.problem == nil }
      ? StatusCondition(
        "Applied", .yes, "AppliedManifestWorkComplete", "Apply manifest work complete",
        observedGeneration: generation)
      : StatusCondition(
        "Applied", .no, "AppliedManifestWorkFailed", "Failed to apply manifest work",
        observedGeneration: generation)
  }

  private static func available(
    _ observations: [Observation], _ generation: Int
  ) -> StatusCondition {
    let total = observations.count
    let missing = observations.filter { $0.available.status == .no }.count
    let unknown = observations.filter { $0.available.status == .unknown }.count
    if missing > 0 {
      return StatusCondition(
        "Available", .no, "ResourcesNotAvailable",
        "\(missing) of \(total) resources are not available", observedGeneration: generation)
    }
    if unknown > 0 {
      return StatusCondition(
        "Available", .unknown, "ResourcesStatusUnknown",
        "\(unknown) of \(total) resources have unknown status", observedGeneration: generation)
    }
    return StatusCondition(
      "Available", .yes, "ResourcesAvailable", "All resources are available",
      observedGeneration: generation)
  }
}

/// Values of objects that a work asks to be told of.
enum StatusFeedback {
  private static let wellKnown: [String: [(name: String, path: String)]] = [
    "Deployment.apps": [
      ("ReadyReplicas", ".status.readyReplicas"), ("Replicas", ".status.replicas"),
      ("AvailableReplicas", ".status.availableReplicas"),
    ],
    "DaemonSet.apps": [
      ("NumberReady", ".status.numberReady"),
      ("DesiredNumberScheduled", ".status.desiredNumberScheduled"),
      ("NumberAvailable", ".status.numberAvailable"),
    ],
    "Job.batch": [
      ("JobComplete", ".status.conditions[?(@.type==\"Complete\")].status"),
      ("JobSucceeded", ".status.succeeded"),
    ],
    "Pod": [
      ("PodReady", ".status.conditions[?(@.type==\"Ready\")].status"),
      ("PodPhase", ".status.phase"),
    ],
  ]

  /// Reads an object by the rules of a work.
  static func read(
    _ object: Value, kind: Kind, rules: [Value]
  ) -> (condition: StatusCondition, values: [Value]) {
    let type = "StatusFeedbackSynced"
    guard !rules.isEmpty else {
      return (StatusCondition(type, .yes, "NoStatusFeedbackSynced", ""), [])
    }
    var values: [Value] = []
    var problems: [String] = []
    for rule in rules {
      for (name, path) in paths(rule, kind) {
        guard let found = lookUp(path, in: object) else { continue }
        if let value = fieldValue(found) {
          values.append(["fieldValue": value, "name": .string(name)])
        } else {
          problems.append("the type of value of field \(name) is not supported")
        }
      }
    }
    if problems.isEmpty { return (StatusCondition(type, .yes, type, ""), values) }
    return (
      StatusCondition(
        type, .no, "StatusFeedbackSyncFailed",
        "Sync status feedback failed with error \(problems.joined(separator: ", "))"),
      values
    )
  }

  private static func paths(_ rule: Value, _ kind: Kind) -> [(name: String, path: String)] {
    if rule["type"]?.string == "WellKnownStatus" { return wellKnown[kind.groupKind] ?? [] }
    return (rule["jsonPaths"]?.array ?? []).map {
      ($0["name"]?.string ?? "", $0["path"]?.string ?? "")
    }
  }

  private static func fieldValue(_ value: Value) -> Value? {
    switch value {
    case .integer(let number): ["integer": .integer(number), "type": "Integer"]
    case .string(let text): ["string": .string(text), "type": "String"]
    case .bool(let truth): ["boolean": .bool(truth), "type": "Boolean"]
    default: nil
    }
  }

  /// Follows `.a.b[?(@.type=="X")].c` and `.a[0].b`; nil when a step is missing.
  static func lookUp(_ path: String, in object: Value) -> Value? {
    var current: Value? = object
    for step in path.split(separator: /\.(?![^\[]*\])/) {
      let name = step.prefix { $0 != "[" }
      if !name.isEmpty { current = current?[String(name)] }
      guard let open = step.firstIndex(of: "[") else { continue }
      let inside = step[step.index(after: open)...].dropLast()
      if let index = Int(inside) {
        current = current?[index]
      } else if let filter = inside.firstMatch(of: /\?\(@\.(\w+)==["'](.*)["']\)/) {
        current = current?.array?.first {
          $0[String(filter.1)]?.string == String(filter.2)
        }
      } else {
        return nil
      }
    }
    return current
  }
}
