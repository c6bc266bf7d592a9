import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Writes down on a cluster's record whether it is registered: the condition `mcctl.dev/Registered`, as
/// ``RegistrationState`` decides it.
///
/// Whoever sees a cluster through to being registered, or changes its gates, writes it as the last thing:
/// import, accept, `status --wait-for` and the gate commands. Between these it may grow old; what mcctl
/// itself shows and waits for is always decided anew.
struct RegistrationOutcome: Sendable {
  let clusterName: String
  /// The hub.
  let location: ClusterLocation
  let now: @Sendable () -> Date

  private static let type = Names.ConditionType.registered

  /// Writes the condition if it differs. That the caller may not, or that the record is gone by now, is
  /// no failure: nothing but this note depends on it.
  func write(_ hub: APIWriter) async throws -> StepResult {
    do {
      return try await edit.run(hub)
    } catch KubernetesError.forbidden {
      return StepResult(
        .skipped, message: "\(Self.type) is not written: the right to change the status is missing")
    } catch KubernetesError.notFound {
      return StepResult(.skipped, message: "the record is gone")
    }
  }

  /// As a step of its own, after others that change what counts.
  func step() -> Step {
    let change = PlannedChange(
      location: location, object: ObjectReference(type: .managedClusters, name: clusterName),
      action: .wait, note: "whether it is registered is noted on it: \(Self.type)")
    return Step(
      id: "outcome", title: "note whether \(clusterName) is registered", location: location,
      changes: [change], dryRun: .skip("a dry run changes nothing that counts")
    ) { step in
      try await write(step.hub)
    }
  }

  private var edit: ClusterEdit {
    let now = now
    return ClusterEdit(name: clusterName, location: location, subresource: "status") { cluster in
      let present = cluster.condition(Self.type)
      let moment = now()
      let outcome = RegistrationState.evaluate(cluster, now: moment)
        .condition(previous: present, now: moment)
      guard outcome != present else { return cluster.value }
      return cluster.value.setting(outcome)
    }
  }
}

extension Value {
  /// The object with a condition in its status, in the place of the one of the same type.
  func setting(_ condition: Condition) -> Value {
    var conditions = at("status", "conditions")?.array ?? []
    conditions.removeAll { $0["type"]?.string == condition.type }
    var value = self
    value.set(.array(conditions + [condition.document]), at: "status", "conditions")
    return value
  }
}
