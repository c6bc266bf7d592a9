import Crypto
import Documents
import Foundation
import Synchronization

/// Serves `/openapi/v2` and `/openapi/v3`; documents are kept until the served resources change.
final class OpenAPIHandler: Sendable {
  private let catalog: ResourceCatalog
  private let kept = Mutex<(generation: Int, documents: [String: [UInt8]])>((-1, [:]))

  init(catalog: ResourceCatalog) { self.catalog = catalog }

  /// Answers a request below `/openapi`.
  func respond(to request: APIRequest, _ parts: [String]) -> APIResponse {
    switch (parts.dropFirst().first, parts.count) {
    case ("v2", 2): return version2(request.header("accept") ?? "")
    case ("v3", 2): return .json(200, bytes: document("v3") { JSON.encode(self.index) })
    case ("v3", 3...):
      let path = parts.dropFirst(2).joined(separator: "/")
      guard let definitions = groups.first(where: { $0.path == path })?.definitions else {
        return .pageNotFound
      }
      return .json(
        200, bytes: document(path) { JSON.encode(OpenAPIDocument.version3(of: definitions)) })
    default: return .pageNotFound
    }
  }

  /// The old document; old clients want it as protobuf only.
  private func version2(_ accept: String) -> APIResponse {
    let protobuf = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf"
    let definitions = catalog.all
    guard accept.contains("+protobuf") else {
      return .json(
        200, bytes: document("v2") { JSON.encode(OpenAPIDocument.version2(of: definitions)) })
    }
    let bytes = document("v2+protobuf") {
      OpenAPIProtobuf.document(OpenAPIDocument.version2(of: definitions))
    }
    return .json(200, bytes: bytes, type: protobuf)
  }

  private var groups: [(path: String, definitions: [ResourceDefinition])] {
    APIGroups.grouped(catalog.all).flatMap { group in
      group.versions.map { version in
        let path =
          group.group.isEmpty ? "api/\(version.name)" : "apis/\(group.group)/\(version.name)"
        return (path: path, definitions: version.definitions)
      }
    }
  }

  private var index: Value {
    let generation = catalog.snapshot.generation
    let paths = groups.map { group -> (String, Value) in
      let url = "/openapi/v3/\(group.path)?hash=\(generation)"
      return (group.path, ["serverRelativeURL": .string(url)])
    }
    return ["paths": .object(Object(paths))]
  }

  /// A document as it was made for the present resources, or made anew.
  private func document(_ name: String, _ make: () -> [UInt8]) -> [UInt8] {
    let generation = catalog.snapshot.generation
    let known = kept.withLock { kept -> [UInt8]? in
      if kept.generation != generation { kept = (generation, [:]) }
      return kept.documents[name]
    }
    if let known { return known }
    let made = make()
    kept.withLock { kept in
      if kept.generation == generation { kept.documents[name] = made }
    }
    return made
  }
}

/// Whole OpenAPI documents.
enum OpenAPIDocument {
  /// The document of one group and version.
  static func version3(of definitions: [ResourceDefinition]) -> Value {
    [
      "openapi": "3.0.0", "info": info, "paths": paths(of: definitions),
      "components": ["schemas": schemas(of: definitions, .v3)],
    ]
  }

  /// The document of everything.
  static func version2(of definitions: [ResourceDefinition]) -> Value {
    [
      "swagger": "2.0", "info": info, "paths": paths(of: definitions),
      "definitions": schemas(of: definitions, .v2),
    ]
  }

  private static let info: Value = [
    "title": "Kubernetes", "version": ServerVersion.value["gitVersion"] ?? "",
  ]

  private static func paths(of definitions: [ResourceDefinition]) -> Value {
    .object(Object(definitions.flatMap(OpenAPIPaths.paths).map { ($0.path, $0.item) }))
  }

  private static func schemas(
    of definitions: [ResourceDefinition], _ version: OpenAPISchemas.Version
  ) -> Value {
    let writer = OpenAPISchemas(version: version)
    var types: [String: Schema] = [:]
    var kinds: [String: Kind] = [:]
    var all = Object()
    OpenAPISchemas.definitions(from: BuiltInTypes.standard.objectMeta, into: &types)
    for definition in definitions {
      if definition.isCustom {
        all[OpenAPISchemas.name(custom: definition.kind)] = writer.definition(custom: definition)
      } else if let name = definition.schema.content.definition {
        OpenAPISchemas.definitions(from: definition.schema, into: &types)
        kinds[name] = definition.kind
      }
    }
    for (name, schema) in types.sorted(by: { $0.key < $1.key }) {
      all[name] = writer.definition(schema, kind: kinds[name])
    }
    return .object(all)
  }
}
