import Documents

/// What a pass over a Klusterlet did: its status, apart from conditions that others set.
struct KlusterletReport: Sendable {
  /// Why something could not be applied.
  struct Failure: Error, Sendable, CustomStringConvertible {
    let reason: String
    let message: String
    var description: String { message }
  }

  let generation: Int
  var isApplied = false
  var failure: Failure?
  /// Condition ReadyToApply, of hosted modes only.
  var hosting: StatusCondition?
  private var related: [Value] = []
  private var generations: [Value] = []

  init(generation: Int) {
    self.generation = generation
  }

  /// Records an object that belongs to the Klusterlet.
  mutating func add(_ kind: Kind, _ object: Value) {
    let entry: Value = [
      "group": .string(kind.group), "name": .string(object.objectName),
      "namespace": .string(object.objectNamespace ?? ""), "resource": .string(kind.plural),
      "version": .string(kind.version),
    ]
    if !related.contains(entry) { related.append(entry) }
  }

  /// Records the generation of a Deployment as applied.
  mutating func addGeneration(of deployment: Value) {
    generations.append([
      "group": "apps", "lastGeneration": .integer(deployment.objectGeneration),
      "name": .string(deployment.objectName),
      "namespace": .string(deployment.objectNamespace ?? ""), "resource": "deployments",
      "version": "v1",
    ])
  }

  /// Puts the report into a Klusterlet.
  func write(into object: inout Value) {
    if let hosting {
      object.setCondition(hosting)
      if hosting.status == .no { return }
    }
    object.setCondition(
      StatusCondition(
        "ValidFeatureGates", .yes, "FeatureGatesAllValid", "Feature gates are all valid"))
    if isApplied {
      object.setCondition(
        StatusCondition("Applied", .yes, "KlusterletApplied", "Klusterlet Component Applied"))
      object.set(.array(generations), at: "status", "generations")
      object.set(.array(related), at: "status", "relatedResources")
    } else if let failure {
      object.setCondition(StatusCondition("Applied", .no, failure.reason, failure.message))
    }
    object.set(.integer(generation), at: "status", "observedGeneration")
  }
}
