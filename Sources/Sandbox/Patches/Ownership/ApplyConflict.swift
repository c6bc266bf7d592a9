import Documents

/// The answer to server-side apply when others own fields that would change.
enum ApplyConflict {
  /// A 409 that names every owner and field, worded as apimachinery's `managedfields` does.
  static func failure(_ conflicts: [(entry: ManagedFieldsEntry, fields: FieldSet)]) -> APIFailure {
    let all = conflicts.sorted { $0.entry.shown < $1.entry.shown }
      .flatMap { conflict in
        conflict.fields.paths.map { path in
          (owner: conflict.entry.shown, field: path.map(\.shown).joined())
        }
      }
    let causes = all.map { conflict -> Value in
      [
        "reason": "FieldManagerConflict", "message": .string("conflict with \(conflict.owner)"),
        "field": .string(conflict.field),
      ]
    }
    return APIFailure(409, "Conflict", message(all), details: ["causes": .array(causes)])
  }

  private static func message(_ conflicts: [(owner: String, field: String)]) -> String {
    if conflicts.count == 1, let only = conflicts.first {
      return "Apply failed with 1 conflict: conflict with \(only.owner): \(only.field)"
    }
    var owners: [String] = []
    for conflict in conflicts where !owners.contains(conflict.owner) {
      owners.append(conflict.owner)
    }
    let lines = owners.flatMap { owner in
      ["conflicts with \(owner):"]
        + conflicts.filter { $0.owner == owner }.map { "- \($0.field)" }
    }
    return "Apply failed with \(conflicts.count) conflicts: \(lines.joined(separator: "\n"))"
  }
}
