import Documents
import Testing

@testable import Sandbox

struct CustomResourceTests {
  private static let schema: Value = [
    "type": "object",
    "properties": [
      "spec": [
        "type": "object", "required": ["size"],
        "properties": [
          "size": ["type": "integer", "minimum": 1, "maximum": 9],
          "mode": ["type": "string", "enum": ["fast", "slow"], "default": "fast"],
          "name": ["type": "string", "pattern": "^[a-z]+$", "minLength": 2],
          "free": ["type": "object", "x-kubernetes-preserve-unknown-fields": true],
          "parts": [
            "type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["id"],
            "items": [
              "type": "object", "required": ["id"],
              "properties": [
                "id": ["type": "string"], "weight": ["type": "integer", "default": 5],
              ],
            ],
          ],
          "port": ["x-kubernetes-int-or-string": true],
        ],
      ],
      "status": ["type": "object", "properties": ["ready": ["type": "boolean"]]],
    ],
  ]

  private static let definition: Value = [
    "metadata": ["name": "boxes.example.com"],
    "spec": [
      "group": "example.com", "scope": "Namespaced",
      "names": ["plural": "boxes", "kind": "Box", "shortNames": ["bx"]],
      "versions": [
        [
          "name": "v1", "served": true, "storage": true, "schema": ["openAPIV3Schema": schema],
          "subresources": ["status": [:]],
          "additionalPrinterColumns": [
            ["name": "Size", "type": "integer", "jsonPath": ".spec.size"]
          ],
        ],
        [
          "name": "v1beta1", "served": true, "storage": false,
          "schema": ["openAPIV3Schema": schema],
        ],
      ],
    ],
  ]

  private let definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
  private let path = "/apis/example.com/v1/namespaces/default/boxes"

  private func server() async throws -> TestServer {
    let server = try TestServer()
    let answer = await server.send("POST", definitions, Self.definition)
    #expect(answer.status == 201)
    return server
  }

  private func box(_ spec: Value, name: Value = "b") -> Value {
    [
      "apiVersion": "example.com/v1", "kind": "Box", "metadata": ["name": name], "spec": spec,
    ]
  }

  @Test func definitionsAreEstablished() async throws {
    let server = try await server()
    let stored = await server.get("\(definitions)/boxes.example.com").body
    let conditions = stored.at("status", "conditions")?.array ?? []
    #expect(conditions.map { $0["type"] } == ["NamesAccepted", "Established"])
    #expect(conditions.allSatisfy { $0["status"] == "True" })
    #expect(stored.at("status", "acceptedNames", "singular") == "box")
    let resources = await server.get("/apis/example.com/v1").body["resources"]?.array ?? []
    #expect(resources.map { $0["name"] } == ["boxes", "boxes/status"])
    let group = await server.get("/apis/example.com").body
    #expect(group.at("preferredVersion", "version") == "v1")
  }

  @Test func unknownFieldsGoAndDefaultsCome() async throws {
    let server = try await server()
    let answer = await server.send(
      "POST", path,
      box(["size": 1, "bogus": 1, "free": ["any": 1], "parts": [["id": "a", "x": 1]]]))
    #expect(
      answer.body["spec"] == [
        "size": 1, "free": ["any": 1], "parts": [["id": "a", "weight": 5]], "mode": "fast",
      ])
    let warnings = answer.headers.filter { $0.name == "warning" }.map(\.value)
    #expect(
      warnings == [
        #"299 - "unknown field \"spec.bogus\"""#, #"299 - "unknown field \"spec.parts[0].x\"""#,
      ])
    let strict = await server.send("POST", "\(path)?fieldValidation=Strict", box(["bogus": 1]))
    #expect(strict.message == #"strict decoding error: unknown field "spec.bogus""#)
  }

  private static let wrong: [(Value, String, String)] = [
    (["mode": "fast"], "spec.size", "Required value"),
    (
      ["size": 0], "spec.size",
      "Invalid value: 0: spec.size in body should be greater than or equal to 1"
    ),
    (
      ["size": 10], "spec.size",
      "Invalid value: 10: spec.size in body should be less than or equal to 9"
    ),
    (
      ["size": "1"], "spec.size",
      "Invalid value: \"string\": spec.size in body must be of type integer: \"string\""
    ),
    (
      ["size": 1, "mode": "odd"], "spec.mode",
      "Unsupported value: \"odd\": supported values: \"fast\", \"slow\""
    ),
    (
      ["size": 1, "name": "AB"], "spec.name",
      "Invalid value: \"AB\": spec.name in body should match '^[a-z]+$'"
    ),
    (
      ["size": 1, "name": "a"], "spec.name",
      "Invalid value: \"a\": spec.name in body should be at least 2 chars long"
    ),
    (
      ["size": 1, "port": true], "spec.port",
      "Invalid value: \"boolean\": spec.port in body must be of type integer,string: \"boolean\""
    ),
    (["size": 1, "parts": [["weight": 1]]], "spec.parts[0].id", "Required value"),
    (
      ["size": 1, "parts": [["id": "a"], ["id": "a"]]], "spec.parts[1]",
      "Duplicate value: {\"id\":\"a\"}"
    ),
  ]

  @Test(arguments: wrong)
  func wrongFieldsAreNamed(_ spec: Value, _ field: String, _ message: String) async throws {
    let answer = await (try await server()).send("POST", path, box(spec))
    #expect(answer.status == 422)
    let causes = answer.body.at("details", "causes")?.array ?? []
    #expect(causes.map { $0["field"]?.string } == [field])
    #expect(causes.first?["message"]?.string == message)
  }

  @Test func generationCountsTheSpecAlone() async throws {
    let server = try await server()
    _ = await server.send("POST", path, box(["size": 1]))
    let type = "application/merge-patch+json"
    let labelled = await server.send(
      "PATCH", "\(path)/b", ["metadata": ["labels": ["a": "b"]]], type: type)
    #expect(labelled.body.at("metadata", "generation") == 1)
    let status = await server.send(
      "PATCH", "\(path)/b/status", ["status": ["ready": true], "spec": ["size": 4]], type: type)
    #expect(status.body.at("metadata", "generation") == 1)
    #expect(status.body.at("spec", "size") == 1)
    let ignored = await server.send(
      "PATCH", "\(path)/b", ["status": ["ready": false], "spec": ["size": 2]], type: type)
    #expect(ignored.body.at("metadata", "generation") == 2)
    #expect(ignored.body.at("status", "ready") == true)
  }

  @Test func otherVersionsShowTheSameObjects() async throws {
    let server = try await server()
    _ = await server.send("POST", path, box(["size": 1]))
    let other = await server.get("/apis/example.com/v1beta1/namespaces/default/boxes")
    #expect(other.body["apiVersion"] == "example.com/v1beta1")
    #expect(other.body["items"]?[0]?["apiVersion"] == "example.com/v1beta1")
  }

  @Test func objectsGoWithTheirDefinition() async throws {
    let server = try await server()
    var held = box(["size": 1])
    held.set(["example.com/hold"], at: "metadata", "finalizers")
    _ = await server.send("POST", path, held)
    _ = await server.send("POST", path, box(["size": 1], name: "other"))
    let deleted = await server.send("DELETE", "\(definitions)/boxes.example.com")
    #expect(
      deleted.body.at("metadata", "finalizers") == ["customresourcecleanup.apiextensions.k8s.io"])
    #expect(await server.get("\(path)/other").status == 404)
    #expect(await server.get("\(definitions)/boxes.example.com").status == 200)
    _ = await server.send(
      "PATCH", "\(path)/b", ["metadata": ["finalizers": .null]],
      type: "application/merge-patch+json")
    #expect(await server.get("\(definitions)/boxes.example.com").status == 404)
    #expect(await server.get(path).text == "404 page not found\n")
  }

  @Test("Nothing is added to a definition that is being deleted")
  func endingDefinitionsTakeNoObjects() async throws {
    let server = try await server()
    var held = box(["size": 1])
    held.set(["example.com/hold"], at: "metadata", "finalizers")
    _ = await server.send("POST", path, held)
    _ = await server.send("DELETE", "\(definitions)/boxes.example.com")
    let refused = await server.send("POST", path, box(["size": 1], name: "late"))
    #expect(refused.status == 405)
    #expect(
      refused.message == "create not allowed while custom resource definition is terminating")
    #expect(await server.get("\(path)/late").status == 404)
  }

  @Test func columnsAreThoseOfTheDefinition() async throws {
    let server = try await server()
    _ = await server.send("POST", path, box(["size": 7]))
    let table = await server.send(
      "GET", path, headers: ["accept": "application/json;as=Table;v=v1;g=meta.k8s.io"])
    let names = (table.body["columnDefinitions"]?.array ?? []).map { $0["name"] }
    #expect(names == ["Name", "Size"])
    #expect(table.body["rows"]?[0]?["cells"] == ["b", 7])
  }

  @Test func definitionsAreChecked() async throws {
    var wrong = Self.definition
    wrong.set("other.example.com", at: "metadata", "name")
    let answer = await (try TestServer()).send("POST", definitions, wrong)
    #expect(answer.status == 422)
    #expect(answer.message.contains("must be spec.names.plural+\".\"+spec.group"))
  }
}
