import Documents

/// A CustomResourceDefinition in short.
struct Definition: Sendable {
  /// One version of the resource.
  struct Version: Sendable {
    let name: String
    /// Properties of the object besides `apiVersion`, `kind` and `metadata`.
    let properties: Value
    var columns: [Value] = []
    var storage = true
    var required: [String] = []
    var status = true
  }

  let group: String
  let plural: String
  let kind: String
  var shortNames: [String] = []
  let namespaced: Bool
  let versions: [Version]
  var annotations: Value?

  /// `managedclusters.cluster.open-cluster-management.io`.
  var name: String { "\(plural).\(group)" }

  /// The object to create.
  var document: Value {
    var metadata: Value = ["name": .string(name)]
    if let annotations { metadata["annotations"] = annotations }
    var names: Value = [
      "kind": .string(kind), "listKind": .string("\(kind)List"), "plural": .string(plural),
    ]
    if !shortNames.isEmpty { names["shortNames"] = Value(shortNames) }
    names["singular"] = .string(kind.lowercased())
    return [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
      "metadata": metadata,
      "spec": [
        "conversion": ["strategy": "None"], "group": .string(group), "names": names,
        "scope": namespaced ? "Namespaced" : "Cluster",
        "versions": .array(versions.map(Self.document)),
      ],
    ]
  }

  /// A printer column.
  static func column(_ name: String, _ path: String, _ type: String = "string") -> Value {
    ["jsonPath": .string(path), "name": .string(name), "type": .string(type)]
  }

  /// A printer column that shows a field of a condition.
  static func column(
    _ name: String, condition: String, _ field: String = "status"
  ) -> Value {
    column(name, ".status.conditions[?(@.type==\"\(condition)\")].\(field)")
  }

  private static func document(_ version: Version) -> Value {
    var properties: Value = [
      "apiVersion": CRDSchema.string, "kind": CRDSchema.string, "metadata": ["type": "object"],
    ]
    for (key, schema) in version.properties.object ?? Object() { properties[key] = schema }
    var document: Value = ["name": .string(version.name)]
    if !version.columns.isEmpty { document["additionalPrinterColumns"] = .array(version.columns) }
    document["schema"] = [
      "openAPIV3Schema": CRDSchema.object(properties, required: version.required)
    ]
    document["served"] = true
    document["storage"] = .bool(version.storage)
    if version.status { document["subresources"] = ["status": [:]] }
    return document
  }
}
