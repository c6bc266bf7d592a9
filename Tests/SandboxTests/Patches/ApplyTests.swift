import Documents
import Testing

@testable import Sandbox

struct ApplyTests {
  private let path = "/api/v1/namespaces/default/configmaps/a"

  private func apply(
    _ server: TestServer, _ manager: String, _ data: Value, labels: Value = [:],
    isForced: Bool = false
  ) async -> TestServer.Answer {
    var object: Value = [
      "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"], "data": data,
    ]
    if labels != [:] { object.set(labels, at: "metadata", "labels") }
    return await server.send(
      "PATCH", "\(path)?fieldManager=\(manager)&force=\(isForced)", object,
      type: "application/apply-patch+yaml")
  }

  private func owners(_ object: Value) -> [String: Value] {
    Dictionary(
      (object.at("metadata", "managedFields")?.array ?? []).map {
        ("\($0["manager"]?.string ?? "")/\($0["operation"]?.string ?? "")", $0["fieldsV1"] ?? .null)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func fieldsNoLongerAppliedGo() async throws {
    let server = try TestServer()
    #expect(await apply(server, "m", ["a": "1", "b": "2"], labels: ["l": "1"]).status == 201)
    let result = await apply(server, "m", ["a": "1"]).body
    #expect(result["data"] == ["a": "1"])
    #expect(result.at("metadata", "labels") == nil)
    #expect(owners(result) == ["m/Apply": ["f:data": ["f:a": [:]]]])
  }

  @Test func fieldsThatOthersOwnTooStay() async throws {
    let server = try TestServer()
    _ = await apply(server, "m", ["a": "1", "b": "2"])
    _ = await apply(server, "n", ["b": "2"])
    let result = await apply(server, "m", ["a": "1"]).body
    #expect(result["data"] == ["a": "1", "b": "2"])
    #expect(owners(result)["n/Apply"] == ["f:data": ["f:b": [:]]])
  }

  @Test func aConflictNamesEveryOwnerAndField() async throws {
    let server = try TestServer()
    _ = await apply(server, "m", ["a": "1", "b": "2"])
    let answer = await apply(server, "n", ["a": "9", "b": "9"])
    #expect(answer.status == 409)
    #expect(
      answer.message
        == "Apply failed with 2 conflicts: conflicts with \"m\":\n- .data.a\n- .data.b")
    let causes = answer.body.at("details", "causes")?.array ?? []
    #expect(causes.map { $0["field"] } == [".data.a", ".data.b"])
  }

  @Test func forcingTakesTheFields() async throws {
    let server = try TestServer()
    _ = await apply(server, "m", ["a": "1", "b": "2"])
    let result = await apply(server, "n", ["a": "9"], isForced: true).body
    #expect(result["data"] == ["a": "9", "b": "2"])
    #expect(
      owners(result) == [
        "m/Apply": ["f:data": ["f:b": [:]]], "n/Apply": ["f:data": ["f:a": [:]]],
      ])
  }

  @Test func anUpdateTakesWhatItChanges() async throws {
    let server = try TestServer()
    _ = await apply(server, "m", ["a": "1", "b": "2"])
    let patched = await server.send(
      "PATCH", "\(path)?fieldManager=editor", ["data": ["a": "7"]],
      type: "application/merge-patch+json"
    ).body
    #expect(
      owners(patched) == [
        "m/Apply": ["f:data": ["f:b": [:]]], "editor/Update": ["f:data": ["f:a": [:]]],
      ])
    let conflict = await apply(server, "m", ["a": "1", "b": "2"])
    #expect(conflict.message.contains("conflict with \"editor\" using v1 at "))
  }

  @Test func aRemovedFieldBelongsToNobody() async throws {
    let server = try TestServer()
    _ = await apply(server, "m", ["a": "1", "b": "2"])
    let patched = await server.send(
      "PATCH", path, ["data": ["b": .null]], type: "application/merge-patch+json"
    ).body
    #expect(owners(patched) == ["m/Apply": ["f:data": ["f:a": [:]]]])
  }

  @Test func listsAreOwnedByTheirKeys() async throws {
    let server = try TestServer()
    let target = "/apis/apps/v1/namespaces/default/deployments/d"
    func deployment(_ containers: Value) -> Value {
      [
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "d"],
        "spec": [
          "selector": ["matchLabels": ["a": "b"]],
          "template": [
            "metadata": ["labels": ["a": "b"]], "spec": ["containers": containers],
          ],
        ],
      ]
    }
    let type = "application/apply-patch+yaml"
    _ = await server.send(
      "PATCH", "\(target)?fieldManager=m",
      deployment([
        [
          "name": "c", "image": "i",
          "ports": [["containerPort": 80], ["containerPort": 443, "protocol": "TCP"]],
        ]
      ]), type: type)
    let second = await server.send(
      "PATCH", "\(target)?fieldManager=n",
      deployment([["name": "c", "env": [["name": "X", "value": "1"]]]]), type: type)
    #expect(second.status == 200)
    let container = second.body.at("spec", "template", "spec", "containers")?[0]
    #expect(container?["image"] == "i")
    #expect(container?.at("env") == [["name": "X", "value": "1"]])
    let fields = owners(second.body)["m/Apply"]?.at(
      "f:spec", "f:template", "f:spec", "f:containers", #"k:{"name":"c"}"#, "f:ports")
    #expect(
      fields?.object?.keys == [
        #"k:{"containerPort":443,"protocol":"TCP"}"#, #"k:{"containerPort":80,"protocol":"TCP"}"#,
      ])
  }

  @Test func setsOfFieldsSurviveTheirEncoding() throws {
    let encoded = try JSON.decode(
      #"{"f:a":{".":{},"f:b":{}},"f:l":{"k:{\"n\":\"x\"}":{".":{},"f:v":{}},"v:\"s\"":{},"i:3":{}}}"#
    )
    #expect(FieldSet(fieldsV1: encoded).fieldsV1 == encoded)
    #expect(
      FieldSet(fieldsV1: encoded).paths.map { $0.map(\.shown).joined() } == [
        ".a", ".a.b", #".l[n="x"]"#, #".l[n="x"].v"#, #".l[="s"]"#, ".l[3]",
      ])
  }
}
