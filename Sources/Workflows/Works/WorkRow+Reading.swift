import OpenClusterManagement

extension WorkRow {
  /// What a ManifestWork says about itself.
  init(_ work: ManifestWork, isUnchanged: Bool = false) {
    self.init(
      cluster: work.namespace ?? "", name: work.name, manifestCount: work.manifests.count,
      isApplied: Self.answer(work, Names.ConditionType.workApplied),
      isAvailable: Self.answer(work, Names.ConditionType.workAvailable),
      problem: work.firstProblem, isUnchanged: isUnchanged)
  }

  /// A condition's answer for the present generation; nil while the agent has not given one.
  private static func answer(_ work: ManifestWork, _ type: String) -> Bool? {
    guard let condition = work.condition(type), condition.isCurrent(for: work.generation),
      condition.status != .unknown
    else { return nil }
    return condition.isTrue
  }
}

extension ManifestWork {
  /// The first manifest, or else the whole work, that is not applied or not there, in the agent's
  /// words; nil when nothing is wrong.
  var firstProblem: String? {
    let types = [Names.ConditionType.workApplied, Names.ConditionType.workAvailable]
    for type in types {
      for manifest in manifestStatuses {
        guard let condition = manifest.condition(type), condition.status == .isFalse else {
          continue
        }
        let place = manifest.namespace.map { "\($0)/" } ?? ""
        return "\(manifest.kind) \(place)\(manifest.name): \(condition.message)"
      }
    }
    return types.lazy.compactMap { condition($0) }.first { $0.status == .isFalse }?.message
  }
}
