import Documents
import Testing

@testable import OpenClusterManagement

@Suite("CustomResourceDefinitions")
struct DefinitionTests {
  static let definitions = [KlusterletDefinition.object, ClusterManagerDefinition.object]

  private func schema(_ definition: ManifestObject) throws -> Value {
    try #require(
      definition.value.at("spec", "versions")?[0]?.at("schema", "openAPIV3Schema"))
  }

  /// Every schema within a schema, with its path.
  private func walk(_ schema: Value, _ path: String = "", _ visit: (String, Value) -> Void) {
    visit(path, schema)
    for (name, member) in schema["properties"]?.object ?? Object() {
      walk(member, "\(path).\(name)", visit)
    }
    if let items = schema["items"] { walk(items, "\(path)[]", visit) }
    if let values = schema["additionalProperties"] { walk(values, "\(path).*", visit) }
  }

  @Test("are structural: each node has a type, each default fits it", arguments: definitions)
  func structural(_ definition: ManifestObject) throws {
    try walk(schema(definition)) { path, node in
      let type = node["type"]?.string
      #expect(type != nil || node["x-kubernetes-int-or-string"]?.bool == true, "\(path)")
      if let value = node["default"] {
        let fits =
          switch type {
          case "string": value.string != nil
          case "integer": value.int != nil
          case "object": value.object != nil
          default: false
          }
        #expect(fits, "\(path)")
      }
      if let allowed = node["enum"]?.array, let value = node["default"] {
        #expect(allowed.contains(value), "\(path)")
      }
      for required in node["required"]?.array ?? [] {
        #expect(node.at("properties", required.string ?? "") != nil, "\(path)")
      }
    }
  }

  @Test("keep members of later releases at every level", arguments: definitions)
  func openness(_ definition: ManifestObject) throws {
    try walk(schema(definition)) { path, node in
      guard node["properties"] != nil, !path.isEmpty else { return }
      #expect(node["x-kubernetes-preserve-unknown-fields"]?.bool == true, "\(path)")
    }
  }

  @Test("have a status of their own, and columns that name known fields", arguments: definitions)
  func statusAndColumns(_ definition: ManifestObject) throws {
    let version = try #require(definition.value.at("spec", "versions")?[0])
    #expect(version.at("subresources", "status")?.object?.isEmpty == true)
    let columns = version["additionalPrinterColumns"]?.array ?? []
    #expect(columns.last?["name"]?.string == "Age")
    let fields = columns.compactMap { $0["jsonPath"]?.string }.filter { $0.hasPrefix(".spec.") }
    #expect(!fields.isEmpty)
    for field in fields {
      var node = try schema(definition)
      for name in field.split(separator: ".") {
        node = try #require(node.at("properties", String(name)), "\(field)")
      }
    }
  }

  /// Defaults without which OCM's operators look in the wrong place (OCM api, operator/v1).
  @Test(
    "have the defaults that the operators rely on",
    arguments: [
      ("klusterlets", ["registrationConfiguration", "registrationDriver", "authType"], "csr"),
      ("klusterlets", ["registrationConfiguration", "bootstrapKubeConfigs", "type"], "None"),
      ("klusterlets", ["resourceRequirement", "type"], "Default"),
      ("clustermanagers", ["deployOption", "mode"], "Default"),
      ("clustermanagers", ["workConfiguration", "workDriver"], "kube"),
      ("clustermanagers", ["resourceRequirement", "type"], "Default"),
    ])
  func defaults(plural: String, path: [String], value: String) throws {
    let definition = try #require(
      Self.definitions.first { $0.name.hasPrefix("\(plural).") })
    var node = try #require(try schema(definition).at("properties", "spec"))
    for name in path {
      node = try #require(node.at("properties", name))
    }
    #expect(node["default"]?.string == value)
  }

  @Test("a recorded Klusterlet only has fields that the definition knows")
  func recordedKlusterlet() throws {
    let schema = try schema(KlusterletDefinition.object)
    func check(_ value: Value, _ schema: Value, _ path: String) {
      for (name, member) in value.object ?? Object() where path != ".metadata" {
        guard schema["additionalProperties"] == nil else { continue }
        guard let known = schema.at("properties", name) else {
          Issue.record("\(path).\(name) is not in the definition")
          continue
        }
        check(member, known, "\(path).\(name)")
      }
      for element in value.array ?? [] { check(element, schema["items"] ?? .null, "\(path)[]") }
    }
    check(try Recording.body("11-klusterlet"), schema, "")
  }
}
