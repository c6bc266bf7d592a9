import Documents
import Foundation

/// Stands in for scheduler and kubelet where somebody creates a Pod by itself: a container whose program
/// is `curl` runs to its end, any other one just runs.
struct SinglePodController: Sendable {
  let client: any ResourceClient
  let pace: Pace
  /// Whether an image can be pulled.
  let isPullable: @Sendable (_ image: String) -> Bool
  let connect: HubConnector

  /// Brings one Pod, `namespace/name`, to where it can be.
  func reconcile(_ text: String) async throws -> Controller.Outcome {
    let key = WorkloadKey(text)
    guard let pod = try await client.find(.pods, key.name, key.namespace), Self.isAlone(pod),
      !pod.isTerminating, !Self.hasEnded(pod),
      let container = pod.at("spec", "containers")?[0]
    else { return .settled }
    let image = container["image"]?.string ?? ""
    guard isPullable(image) else {
      let waiting: Value = [
        "reason": "ImagePullBackOff", "message": .string("Back-off pulling image \"\(image)\""),
      ]
      try await set(key, phase: "Pending", container, ["waiting": waiting], ready: false)
      return .settled
    }
    let words = (container["command"]?.strings ?? []) + (container["args"]?.strings ?? [])
    guard words.first?.split(separator: "/").last == "curl" else {
      let started: Value = ["startedAt": .string(KubernetesTime.seconds())]
      try await set(key, phase: "Running", container, ["running": started], ready: true)
      return .settled
    }
    let result = await CurlProgram(arguments: words, pod: pod, connect: connect).run()
    try await set(
      key, phase: result.status == 0 ? "Succeeded" : "Failed", container,
      ["terminated": result.terminated], ready: false)
    return .settled
  }

  private static func isAlone(_ pod: Value) -> Bool { pod.ownerReferences.isEmpty }

  private static func hasEnded(_ pod: Value) -> Bool {
    ["Succeeded", "Failed"].contains(pod.at("status", "phase")?.string)
  }

  private func set(
    _ key: WorkloadKey, phase: String, _ container: Value, _ state: Value, ready: Bool
  ) async throws {
    try await client.modify(.pods, key.name, key.namespace, subresource: "status") { pod in
      let current = pod.at("status", "containerStatuses")?[0]?["state"]?.object
      let kinds = { (state: Object?) in state.map { Array($0.map(\.key)) } ?? [] }
      guard pod.at("status", "phase")?.string != phase || kinds(current) != kinds(state.object)
      else { return }
      pod.set(.string(phase), at: "status", "phase")
      let status: Value = [
        "name": container["name"] ?? "", "image": container["image"] ?? "", "imageID": "",
        "restartCount": 0, "ready": .bool(ready), "started": .bool(ready), "state": state,
      ]
      pod.set([status], at: "status", "containerStatuses")
    }
  }
}

/// What a program in a Pod ended with.
struct ProgramEnd: Sendable {
  /// Its exit status.
  let status: Int
  /// What it printed.
  let output: String

  /// As a container's status shows it.
  var terminated: Value {
    let now = Value.string(KubernetesTime.seconds())
    return [
      "exitCode": .integer(status), "reason": status == 0 ? "Completed" : "Error",
      "message": .string(output), "startedAt": now, "finishedAt": now,
    ]
  }
}
