/// The built-in resources of one group and version.
struct ResourceTable: Sendable {
  /// One line of the table.
  struct Row: Sendable {
    let plural: String
    let kind: String
    var scope: Scope = .namespaced
    var short: [String] = []
    var categories: [String] = []
    var subresources: [Subresource] = []
    var strategy: any ResourceStrategy = PlainStrategy()
    var columns: [TableColumn] = [.name, .age]
    var fields: Set<String> = []
    /// Verbs other than all of stored resources.
    var verbs: [Verb] = Row.allVerbs
    /// Singular when it is not the kind in lower case.
    var singular: String?

    /// What stored resources can do, in the order in which discovery lists it.
    static let allVerbs: [Verb] = [
      .create, .delete, .deletecollection, .get, .list, .patch, .update, .watch,
    ]
  }

  /// Whether objects live in namespaces.
  enum Scope: Sendable { case namespaced, cluster }

  let group: String
  let version: String
  let rows: [Row]

  /// The resources with their types.
  func definitions(types: BuiltInTypes) -> [ResourceDefinition] {
    rows.map { row in
      let kind = Kind(
        group, version, row.plural, row.kind, namespaced: row.scope == .namespaced)
      return ResourceDefinition(
        kind: kind, singular: row.singular ?? row.kind.lowercased(), shortNames: row.short,
        categories: row.categories, verbs: row.verbs, subresources: row.subresources,
        schema: types.schema(group: group, version: version, kind: row.kind),
        strategy: row.strategy, columns: row.columns, selectableFields: row.fields,
        isCustom: false)
    }
  }
}

extension Subresource {
  /// `/status` of a kind.
  static func status(_ kind: String) -> Subresource {
    Subresource(name: "status", kind: kind, verbs: [.get, .patch, .update])
  }

  /// `/scale`, which speaks of `autoscaling/v1` `Scale`.
  static let scale = Subresource(
    name: "scale", kind: "Scale", group: "autoscaling", version: "v1",
    verbs: [.get, .patch, .update])
}
