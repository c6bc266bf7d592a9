import KubernetesClient

extension Step {
  /// A step that makes objects as they shall be. What it will do is read now; when it runs it reads
  /// again, so that it writes only what still differs.
  static func ensuring(
    id: String, title: String, objects: [DesiredObject], reconciler: ObjectReconciler,
    extraNeeds: [AccessNeed] = []
  ) async throws -> Step {
    let changes = try await reconciler.plan(objects)
    let needs = zip(changes, objects).flatMap { AccessNeed.needs(of: $0, method: $1.method) }
    return Step(
      id: id, title: title, location: reconciler.location, changes: changes,
      needs: needs + extraNeeds
    ) { context in
      try await context.ensure(objects, reconciler)
    }
  }
}

extension Step {
  /// The same step with something more done after its body.
  func followed(
    by more: @escaping @Sendable (StepContext, StepResult) async throws -> StepResult
  ) -> Step {
    let first = body
    return Step(
      id: summary.id, title: summary.title, location: summary.location, changes: summary.changes,
      needs: needs, dryRun: dryRun
    ) { context in
      try await more(context, try await first(context))
    }
  }
}

extension StepContext {
  /// The writer for the cluster of that side.
  func writer(_ side: ClusterSide) throws -> APIWriter {
    switch side {
    case .hub: hub
    case .managed: try managedWriter()
    case .hosting: try hosting ?? managedWriter()
    case .machine: throw ManagedClusterUnreached(step: step.title)
    }
  }

  /// Makes objects as they shall be, one after another. In a server-side dry run, objects whose
  /// namespace or type would come from an earlier write are left out and counted.
  func ensure(_ objects: [DesiredObject], _ reconciler: ObjectReconciler) async throws -> StepResult
  {
    let writer = try writer(reconciler.location.side)
    var writes = 0
    var untried: [String] = []
    for object in objects {
      do {
        if try await reconciler.ensure(object, writer: writer, patiently: mode.isPersistent) {
          writes += 1
        }
      } catch let error as KubernetesError where mode == .serverDryRun && error.isMissingGround {
        untried.append(object.reference.description)
      }
    }
    guard untried.isEmpty else {
      let list = untried.joined(separator: ", ")
      let message = "not tried, since it needs what earlier steps create: \(list)"
      return StepResult(writes > 0 ? .done : .skipped, message: message, writes: writes)
    }
    return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
  }
}

extension KubernetesError {
  /// True when the namespace or the type that a new object needs is not there.
  var isMissingGround: Bool {
    switch self {
    case .notFound, .resourceTypeMissing: true
    default: false
    }
  }
}
