import Documents
import Foundation

/// Tables of pods and of what runs them, after `kubernetes/pkg/printers/internalversion`.
extension TableColumn {
  static let ofPods: [TableColumn] = [
    .name, .pod("Ready", PodSummary.ready), .pod("Status", PodSummary.phase),
    .pod("Restarts", PodSummary.restarts), .age,
    .text("IP", "status", "podIP", priority: 1, missing: "<none>"),
    .text("Node", "spec", "nodeName", priority: 1, missing: "<none>"),
    .text("Nominated Node", "status", "nominatedNodeName", priority: 1, missing: "<none>"),
    .pod("Readiness Gates", priority: 1) { _ in "<none>" },
  ]

  static let ofDeployments: [TableColumn] = [
    .name, .ratio("Ready", ["status", "readyReplicas"], of: ["spec", "replicas"]),
    .number("Up-to-date", "status", "updatedReplicas"),
    .number("Available", "status", "availableReplicas"), .age, .containers, .images,
    .selector("spec", "selector"),
  ]

  static let ofReplicaSets: [TableColumn] = [
    .name, .number("Desired", "spec", "replicas"), .number("Current", "status", "replicas"),
    .number("Ready", "status", "readyReplicas"), .age, .containers, .images,
    .selector("spec", "selector"),
  ]

  static let ofStatefulSets: [TableColumn] = [
    .name, .ratio("Ready", ["status", "readyReplicas"], of: ["spec", "replicas"]), .age,
    .containers, .images,
  ]

  static let ofDaemonSets: [TableColumn] = [
    .name, .number("Desired", "status", "desiredNumberScheduled"),
    .number("Current", "status", "currentNumberScheduled"),
    .number("Ready", "status", "numberReady"),
    .number("Up-to-date", "status", "updatedNumberScheduled"),
    .number("Available", "status", "numberAvailable"),
    TableColumn(name: "Node Selector", type: "string") { object, _ in
      Self.labels(object.at("spec", "template", "spec", "nodeSelector"))
    },
    .age, .containers, .images, .selector("spec", "selector"),
  ]

  static let ofJobs: [TableColumn] = [
    .name,
    TableColumn(name: "Status", type: "string") { object, _ in
      let conditions = object.at("status", "conditions")?.array ?? []
      let last = conditions.last { $0["status"]?.string == "True" }
      return last?["type"] ?? "Running"
    },
    .ratio("Completions", ["status", "succeeded"], of: ["spec", "completions"]), .age,
    .containers, .images,
  ]

  private static func pod(
    _ name: String, priority: Int = 0, _ cell: @escaping @Sendable (Value) -> Value
  ) -> TableColumn {
    TableColumn(name: name, type: "string", priority: priority) { object, _ in cell(object) }
  }

  private static func ratio(_ name: String, _ part: [String], of whole: [String]) -> TableColumn {
    TableColumn(name: name, type: "string") { object, _ in
      .string("\(object.at(part)?.int ?? 0)/\(object.at(whole)?.int ?? 1)")
    }
  }

  private static let containers = ofContainers("Containers", "name")
  private static let images = ofContainers("Images", "image")

  private static func ofContainers(_ name: String, _ field: String) -> TableColumn {
    TableColumn(name: name, type: "string", priority: 1) { object, _ in
      let containers = object.at("spec", "template", "spec", "containers")?.array ?? []
      return .string(containers.compactMap { $0[field]?.string }.joined(separator: ","))
    }
  }

  static func selector(_ path: String...) -> TableColumn {
    TableColumn(name: "Selector", type: "string", priority: 1) { object, _ in
      let selector = object.at(path)
      return labels(selector?["matchLabels"] ?? selector)
    }
  }

  /// `a=b,c=d`, or `<none>`.
  private static func labels(_ value: Value?) -> Value {
    let pairs = (value?.object ?? Object()).map { "\($0.key)=\($0.value.string ?? "")" }
    return .string(pairs.isEmpty ? "<none>" : pairs.joined(separator: ","))
  }
}

/// What the table of pods tells.
private enum PodSummary {
  @Sendable static func ready(_ pod: Value) -> Value {
    let total = pod.at("spec", "containers")?.array?.count ?? 0
    let ready = statuses(pod).count { $0["ready"]?.bool == true }
    return .string("\(ready)/\(total)")
  }

  @Sendable static func phase(_ pod: Value) -> Value {
    if pod.at("metadata", "deletionTimestamp") != nil { return "Terminating" }
    if let reason = pod.at("status", "reason") { return reason }
    for status in statuses(pod) {
      if let reason = status.at("state", "waiting", "reason") { return reason }
      if let reason = status.at("state", "terminated", "reason") { return reason }
    }
    return pod.at("status", "phase") ?? ""
  }

  @Sendable static func restarts(_ pod: Value) -> Value {
    .string(String(statuses(pod).reduce(0) { $0 + ($1["restartCount"]?.int ?? 0) }))
  }

  private static func statuses(_ pod: Value) -> [Value] {
    pod.at("status", "containerStatuses")?.array ?? []
  }
}
