import Documents

/// Keeps `metadata.managedFields`: who owns which fields of an object (apimachinery's
/// `managedfields` on structured-merge-diff's `merge.Updater`).
struct FieldOwnership: Sendable {
  let schema: Schema

  /// Gives a writer the fields that an update changed, and takes them from all others.
  ///
  /// - Parameter old: the object before; nil when it is new.
  func recordUpdate(
    _ object: inout Value, old: Value?, subresource: String?, _ context: WriteContext
  ) {
    var entries = Self.startingEntries(object, old)
    let comparison = FieldComparison(Self.plain(old), Self.plain(object), schema)
    let changed = comparison.added.union(comparison.modified)
    for index in entries.indices {
      entries[index].fields = entries[index].fields.subtracting(changed)
        .subtracting(comparison.removed)
    }
    let own = changed.withoutServerFields
    if !own.isEmpty {
      let manager = manager("Update", object, subresource, context)
      if let index = entries.firstIndex(where: { $0.manager == manager }) {
        entries[index].fields = entries[index].fields.union(own)
        entries[index].time = context.timestamp
      } else {
        entries.append(
          ManagedFieldsEntry(manager: manager, fields: own, time: context.timestamp))
      }
    }
    Self.write(entries, to: &object)
  }

  /// Merges an applied configuration into an object.
  ///
  /// - Parameter live: the object as it is; nil when it does not exist.
  /// - Throws: 409 when others own fields that would change, unless it is forced.
  func apply(
    _ applied: Value, to live: Value?, subresource: String?, isForced: Bool,
    _ context: WriteContext
  ) throws(APIFailure) -> Value {
    let manager = manager("Apply", applied, subresource, context)
    var entries = live.map(Self.entries) ?? []
    let before = entries.first { $0.manager == manager }
    let config = Self.plain(applied) ?? .object(Object())
    let base = Self.plain(live)
    let own = FieldSet(appliedBy: config, schema).withoutServerFields
    entries.removeAll { $0.manager == manager }
    let others = entries.reduce(own) { $0.union($1.fields) }
    var merged = base.map { FieldMerge.merge($0, with: config, schema) } ?? config
    if let before {
      let dropped = before.fields.withParents.subtracting(others.withParents)
      merged = FieldMerge.remove(dropped, from: merged, schema)
    }
    let comparison = FieldComparison(base, merged, schema)
    try settleConflicts(&entries, comparison, isForced: isForced)
    let isSame = before?.fields == own && comparison.isSame
    let time = isSame ? before?.time : context.timestamp
    entries.append(ManagedFieldsEntry(manager: manager, fields: own, time: time))
    if let live {
      merged.set(live.at("metadata", "managedFields"), at: "metadata", "managedFields")
    }
    Self.write(entries, to: &merged)
    return merged
  }

  private func settleConflicts(
    _ entries: inout [ManagedFieldsEntry], _ comparison: FieldComparison, isForced: Bool
  ) throws(APIFailure) {
    let changed = comparison.added.union(comparison.modified)
    let conflicts = entries.map { (entry: $0, fields: $0.fields.intersection(changed)) }
      .filter { !$0.fields.isEmpty }
    if !isForced, !conflicts.isEmpty { throw ApplyConflict.failure(conflicts) }
    for index in entries.indices {
      entries[index].fields = entries[index].fields.subtracting(changed)
        .subtracting(comparison.removed)
    }
  }

  private func manager(
    _ operation: String, _ object: Value, _ subresource: String?, _ context: WriteContext
  ) -> ManagedFieldsEntry.Manager {
    ManagedFieldsEntry.Manager(
      name: context.manager, operation: operation, apiVersion: object["apiVersion"]?.string ?? "",
      subresource: subresource ?? "")
  }

  /// The object without what records its owners.
  private static func plain(_ object: Value?) -> Value? {
    var object = object
    object?.set(nil, at: "metadata", "managedFields")
    return object
  }

  static func entries(_ object: Value) -> [ManagedFieldsEntry] {
    (object.at("metadata", "managedFields")?.array ?? []).compactMap(ManagedFieldsEntry.init)
  }

  /// The entries that an update starts from: those it sends, which may be none on purpose
  /// (`[{}]`), else those that are stored.
  private static func startingEntries(_ object: Value, _ old: Value?) -> [ManagedFieldsEntry] {
    guard let old else { return [] }
    let sent = object.at("metadata", "managedFields")?.array ?? []
    if sent.isEmpty { return entries(old) }
    return entries(object)
  }

  private static func write(_ entries: [ManagedFieldsEntry], to object: inout Value) {
    let kept = entries.filter { !$0.fields.isEmpty }.sorted(by: ManagedFieldsEntry.precedes)
    object.set(
      kept.isEmpty ? nil : .array(kept.map(\.value)), at: "metadata", "managedFields")
  }
}

extension FieldSet {
  /// This set without the fields that belong to the server.
  fileprivate var withoutServerFields: FieldSet {
    subtracting(Self.serverStructs).subtractingBelow(Self.serverFields)
  }

  /// Always there, so nobody's; what is below them may be somebody's.
  private static let serverStructs: FieldSet = {
    var set = FieldSet()
    set.insert([.field("metadata")])
    return set
  }()

  private static let serverFields: FieldSet = {
    var set = FieldSet()
    for name in ["apiVersion", "kind"] { set.insert([.field(name)]) }
    for name in [
      "name", "namespace", "creationTimestamp", "selfLink", "uid", "clusterName", "generation",
      "managedFields", "resourceVersion",
    ] {
      set.insert([.field("metadata"), .field(name)])
    }
    return set
  }()
}
