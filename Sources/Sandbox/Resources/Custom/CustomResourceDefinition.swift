import Documents

/// A view of a CustomResourceDefinition object.
struct CustomResourceDefinition: Sendable {
  /// Keeps a definition until its last object is gone.
  static let cleanupFinalizer = "customresourcecleanup.apiextensions.k8s.io"

  let value: Value

  private var spec: Value { value["spec"] ?? [:] }
  private var names: Value { spec["names"] ?? [:] }

  /// Where the objects of all versions are kept.
  var storage: ResourceKey {
    ResourceKey(group: spec["group"]?.string ?? "", plural: names["plural"]?.string ?? "")
  }

  var isTerminating: Bool { value.at("metadata", "deletionTimestamp") != nil }

  /// The served versions as resources, most stable and newest first.
  var definitions: [ResourceDefinition] {
    let versions = (spec["versions"]?.array ?? []).filter { $0["served"]?.bool == true }
    return versions.sorted { VersionOrder.precedes(Self.name($0), Self.name($1)) }
      .map(definition)
  }

  private static func name(_ version: Value) -> String { version["name"]?.string ?? "" }

  private func definition(_ version: Value) -> ResourceDefinition {
    let kind = Kind(
      storage.group, Self.name(version), storage.plural, names["kind"]?.string ?? "",
      namespaced: spec["scope"]?.string == "Namespaced")
    let subresources = subresources(version, kind)
    var definition = ResourceDefinition(
      kind: kind, singular: names["singular"]?.string ?? kind.kind.lowercased(),
      shortNames: names["shortNames"]?.strings ?? [],
      categories: names["categories"]?.strings ?? [],
      verbs: [.delete, .deletecollection, .get, .list, .patch, .create, .update, .watch],
      subresources: subresources, schema: schema(version),
      strategy: CustomResourceStrategy(hasStatus: subresources.contains { $0.name == "status" }),
      columns: columns(version), selectableFields: selectableFields(version), isCustom: true)
    if version["deprecated"]?.bool == true {
      definition.deprecation =
        version["deprecationWarning"]?.string ?? "\(kind.apiVersion) \(kind.kind) is deprecated"
    }
    return definition
  }

  private func subresources(_ version: Value, _ kind: Kind) -> [Subresource] {
    var found: [Subresource] = []
    if version.at("subresources", "status") != nil { found.append(.status(kind.kind)) }
    if version.at("subresources", "scale") != nil { found.append(.scale) }
    return found
  }

  private func schema(_ version: Value) -> Schema {
    guard let source = version.at("schema", "openAPIV3Schema") else { return .any }
    var content = Schema(openAPI: source).content
    if spec["preserveUnknownFields"]?.bool == true { content.preservesUnknown = true }
    content.properties.removeAll { ["apiVersion", "kind", "metadata"].contains($0.name) }
    let string = Schema(Schema.Content(type: .string))
    content.properties.insert(
      contentsOf: [
        ("apiVersion", string), ("kind", string), ("metadata", BuiltInTypes.standard.objectMeta),
      ], at: 0)
    return Schema(content)
  }

  private func columns(_ version: Value) -> [TableColumn] {
    let declared = version["additionalPrinterColumns"]?.array ?? []
    if declared.isEmpty { return [.name, .customAge] }
    return [.name] + declared.map(TableColumn.init(definition:))
  }

  private func selectableFields(_ version: Value) -> Set<String> {
    let paths = (version["selectableFields"]?.array ?? []).compactMap { $0["jsonPath"]?.string }
    return Set(paths.map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 })
  }
}

extension TableColumn {
  /// `Age` of custom resources without columns of their own.
  static let customAge = TableColumn(
    name: "Age", type: "date",
    description: age.description, cell: age.cell)
}

/// The order of API versions (`apimachinery/pkg/version.CompareKubeAwareVersionStrings`): stable
/// ones first, then beta, then alpha, each newest first.
enum VersionOrder {
  static func precedes(_ a: String, _ b: String) -> Bool {
    guard let a = rank(a) else { return false }
    guard let b = rank(b) else { return true }
    return a.lexicographicallyPrecedes(b, by: >)
  }

  /// Stability, major and minor number; nil for names of another form.
  private static func rank(_ version: String) -> [Int]? {
    guard let match = version.wholeMatch(of: /v([0-9]+)(?:(alpha|beta)([0-9]+))?/) else {
      return nil
    }
    let stability = match.2.map { $0 == "beta" ? 1 : 0 } ?? 2
    return [stability, Int(match.1) ?? 0, match.3.flatMap { Int($0) } ?? 0]
  }
}
