import Documents

/// The paths of resources as the published OpenAPI documents list them: enough for clients to find
/// the kind behind a path and what its operations understand.
enum OpenAPIPaths {
  /// The paths of a resource.
  static func paths(of definition: ResourceDefinition) -> [(path: String, item: Value)] {
    let kind = definition.kind
    let root = kind.group.isEmpty ? "/api/\(kind.version)" : "/apis/\(kind.apiVersion)"
    let base = kind.namespaced ? "\(root)/namespaces/{namespace}" : root
    let collection = operations(
      [
        ("get", .list, "list"), ("post", .create, "post"),
        ("delete", .deletecollection, "deletecollection"),
      ],
      definition)
    var paths = [(path: "\(base)/\(kind.plural)", item: collection)]
    guard definition.isStored else { return paths }
    let single = operations(
      [
        ("get", .get, "get"), ("put", .update, "put"), ("patch", .patch, "patch"),
        ("delete", .delete, "delete"),
      ], definition)
    paths.append((path: "\(base)/\(kind.plural)/{name}", item: single))
    return paths
  }

  private static func operations(
    _ methods: [(method: String, verb: Verb, action: String)], _ definition: ResourceDefinition
  ) -> Value {
    var item: Value = [:]
    for (method, verb, action) in methods where definition.verbs.contains(verb) {
      item[method] = [
        "operationId": .string("\(action)\(definition.kind.version)\(definition.kind.kind)"),
        "parameters": .array(parameters(of: verb)),
        "responses": ["200": ["description": "OK"]],
        "x-kubernetes-action": .string(action),
        "x-kubernetes-group-version-kind": OpenAPISchemas.identity(definition.kind),
      ]
    }
    return item
  }

  private static func parameters(of verb: Verb) -> [Value] {
    let names: [String] =
      switch verb {
      case .create, .update: ["dryRun", "fieldManager", "fieldValidation"]
      case .patch: ["dryRun", "fieldManager", "fieldValidation", "force"]
      case .delete, .deletecollection: ["dryRun", "gracePeriodSeconds", "propagationPolicy"]
      default: ["continue", "fieldSelector", "labelSelector", "limit", "resourceVersion"]
      }
    return names.map { name in
      ["name": .string(name), "in": "query", "schema": ["type": "string", "uniqueItems": true]]
    }
  }
}
