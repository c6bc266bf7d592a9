import Documents

/// Puts what a cluster says over what holds for all: maps and objects merge member by member,
/// everything else is replaced.
enum FleetMerge {
  /// `over` where it says anything, `base` elsewhere.
  static func merged(_ over: Value, over base: Value, _ fields: [FileField]) -> Value {
    guard var result = base.object, let changes = over.object else { return over }
    for (key, change) in changes {
      guard let present = result[key], let field = fields.first(where: { $0.name == key }) else {
        result[key] = change
        continue
      }
      switch field.kind {
      case .object(let inner): result[key] = merged(change, over: present, inner)
      case .textMap, .flagMap: result[key] = MergePatch.apply(change, to: present)
      default: result[key] = change
      }
    }
    return .object(result)
  }
}
