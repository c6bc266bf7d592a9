import Documents
import KubernetesClient
import OpenClusterManagement

/// Runs a probe, and takes it away again however the step ends.
struct HubProbeStep: Sendable {
  let probe: HubProbe
  let reader: APIReader
  let location: ClusterLocation

  private var pod: ObjectReference { probe.references[0] }

  /// The step; it comes before anything lasting is written.
  func step() -> Step {
    let change = PlannedChange(
      location: location, object: pod, action: .create,
      note: "connects to \(probe.hub.url) with \(probe.image), and is deleted again")
    let verbs = ["create", "get", "list", "watch", "delete"]
    return Step(
      id: "probe", title: "a pod on \(probe.cluster) reaches the hub", location: location,
      changes: [change],
      needs: verbs.map {
        AccessNeed(
          location.side, AccessAttributes($0, .pods, namespace: HubProbe.namespace))
      }, dryRun: .skip("a dry run starts no pod")
    ) { context in
      let writer = try context.writer(location.side)
      do {
        try await removeEarlier(context)
        let verdict = try await run(writer, context)
        await cleanUp(writer)
        return try result(verdict)
      } catch {
        await cleanUp(writer)
        throw error
      }
    }
  }

  /// What a run that was killed has left.
  private func removeEarlier(_ context: StepContext) async throws {
    let deletion = DeletionSteps(reader: reader, location: location)
    guard try await deletion.delete(probe.references, context) > 0 else { return }
    try await deletion.awaitGone([pod], context)
  }

  private func run(_ writer: APIWriter, _ context: StepContext) async throws -> HubProbeVerdict {
    for object in probe.objects { _ = try await writer.create(object.value, type: object.type) }
    let source = WatchSource(
      key: "pod", reader: reader, type: .pods, namespace: HubProbe.namespace, name: probe.name)
    return try await Wait<HubProbeVerdict>(sources: [source]) { objects in
      guard let present = objects["pod"].first else {
        return .satisfied(.failed(.other, "the pod was deleted by somebody else"))
      }
      let verdict = HubProbeVerdict(present)
      guard case .running(let reason) = verdict else { return .satisfied(verdict) }
      return .waiting(
        BlockingFact(
          goal: "the probe's pod", reason: reason, object: pod, location: location,
          inspect: pod.inspectCommand(location.connection)))
    }.run(context)
  }

  private func result(_ verdict: HubProbeVerdict) throws -> StepResult {
    guard case .failed(let cause, let words) = verdict else { return StepResult(.done) }
    throw HubUnreachableFromCluster(
      url: probe.hub.url, cause: cause, words: words, location: location)
  }

  /// Outside of the step's task, so that it is done too when the step is cancelled.
  private func cleanUp(_ writer: APIWriter) async {
    let references = probe.references
    let hasSecret = probe.objects.count > 1
    await Task {
      for reference in references where reference.type == .pods || hasSecret {
        _ = try? await writer.delete(
          reference.type, reference.name, namespace: reference.namespace,
          DeleteOptions(propagation: .background))
      }
    }.value
  }
}
