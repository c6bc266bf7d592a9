import Documents
import KubernetesClient

/// A CustomResourceDefinition of a cluster-scoped kind with one version and a status of its own.
struct ResourceDefinition {
  /// A column of `kubectl get`.
  struct Column {
    let name: String
    let type: String
    let path: String
    /// Above 0 only `-o wide` shows it.
    var priority = 0

    /// The status of one condition.
    static func condition(_ type: String, name: String, priority: Int = 0) -> Column {
      Column(
        name: name, type: "string",
        path: #".status.conditions[?(@.type=="\#(type)")].status"#, priority: priority)
    }

    static let age = Column(name: "Age", type: "date", path: ".metadata.creationTimestamp")

    var document: Value {
      var value: Value = [
        "name": .string(name), "type": .string(type), "jsonPath": .string(path),
      ]
      if priority > 0 { value["priority"] = .integer(priority) }
      return value
    }
  }

  /// The kind.
  let type: ResourceType
  /// What the kind is for.
  let description: String
  /// What users write.
  let specification: Schema
  /// Columns of `kubectl get`.
  let columns: [Column]

  /// The CustomResourceDefinition.
  var object: ManifestObject {
    ManifestObject(
      .customResourceDefinitions, name: type.qualifiedName,
      body: [
        "spec": [
          "group": .string(type.group),
          "names": [
            "kind": .string(type.kind), "listKind": .string("\(type.kind)List"),
            "plural": .string(type.plural), "singular": .string(type.kind.lowercased()),
          ],
          "scope": "Cluster",
          "versions": [
            [
              "name": .string(type.version), "served": true, "storage": true,
              "subresources": ["status": .object(Object())],
              "additionalPrinterColumns": .array(columns.map(\.document)),
              "schema": ["openAPIV3Schema": schema],
            ]
          ],
        ]
      ])
  }

  private var schema: Value {
    [
      "description": .string(description),
      "type": "object",
      "properties": [
        "apiVersion": Schema.string().document,
        "kind": Schema.string().document,
        "metadata": Schema.plainObject.document,
        "spec": specification.document,
        "status": OperatorSchemas.status.document,
      ],
    ]
  }
}
