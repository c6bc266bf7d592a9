import Documents
import Testing

@testable import Sandbox

struct WriteTests {
  private let path = "/api/v1/namespaces/default/configmaps"

  private func map(_ name: String, _ data: Value = [:], _ metadata: Value = [:]) -> Value {
    var object: Value = ["apiVersion": "v1", "kind": "ConfigMap", "data": data]
    object["metadata"] = metadata
    object.set(.string(name), at: "metadata", "name")
    return object
  }

  @Test func anUpdateOfAnOldStateIsAConflict() async throws {
    let server = try TestServer()
    let old = await server.send("POST", path, map("a")).body
    _ = await server.send("PUT", "\(path)/a", map("a", ["x": "1"]))
    let answer = await server.send("PUT", "\(path)/a", old)
    #expect(answer.status == 409)
    #expect(answer.reason == "Conflict")
  }

  @Test func anUpdateThatChangesNothingKeepsTheVersion() async throws {
    let server = try TestServer()
    let created = await server.send("POST", path, map("a", ["x": "1"])).body
    let again = await server.send("PUT", "\(path)/a", map("a", ["x": "1"])).body
    #expect(
      again.at("metadata", "resourceVersion") == created.at("metadata", "resourceVersion"))
  }

  @Test func dryRunsStoreNothing() async throws {
    let server = try TestServer()
    let revision = server.cluster.store.revision
    #expect(await server.send("POST", "\(path)?dryRun=All", map("a")).status == 201)
    #expect(await server.get("\(path)/a").status == 404)
    #expect(server.cluster.store.revision == revision)
    _ = await server.send("POST", path, map("a"))
    let changed = await server.send("PUT", "\(path)/a?dryRun=All", map("a", ["x": "1"]))
    #expect(changed.body.at("data", "x") == "1")
    #expect(await server.get("\(path)/a").body.at("data", "x") == nil)
    #expect(await server.send("DELETE", "\(path)/a?dryRun=All").status == 200)
    #expect(await server.get("\(path)/a").status == 200)
    let wrong = await server.send("POST", "\(path)?dryRun=Some", map("b"))
    #expect(wrong.status == 422)
  }

  @Test func finalizersHoldAnObjectUntilTheyAreGone() async throws {
    let server = try TestServer()
    _ = await server.send("POST", path, map("a", [:], ["finalizers": ["example.com/hold"]]))
    let pending = await server.send("DELETE", "\(path)/a").body
    #expect(pending.at("metadata", "deletionTimestamp")?.string != nil)
    let again = await server.send("POST", path, map("a"))
    #expect(again.reason == "AlreadyExists")
    _ = await server.send(
      "PATCH", "\(path)/a", ["metadata": ["finalizers": .null]],
      type: "application/merge-patch+json")
    #expect(await server.get("\(path)/a").status == 404)
  }

  @Test func onlyTheStatusSubresourceWritesStatus() async throws {
    let server = try TestServer()
    let nodes = "/api/v1/namespaces/default/persistentvolumeclaims"
    let claim: Value = [
      "metadata": ["name": "c"], "spec": ["volumeName": "v"], "status": ["phase": "Bound"],
    ]
    _ = await server.send("POST", nodes, claim)
    var changed = claim
    changed.set("Lost", at: "status", "phase")
    changed.set("w", at: "spec", "volumeName")
    let status = await server.send("PUT", "\(nodes)/c/status", changed).body
    #expect(status.at("status", "phase") == "Lost")
    #expect(status.at("spec", "volumeName") == "v")
    let main = await server.send("PUT", "\(nodes)/c", claim).body
    #expect(main.at("status", "phase") == "Lost")
  }

  @Test(arguments: [
    ("a", "b", 400), ("Upper", "Upper", 422), ("a..b", "a..b", 422),
  ])
  func namesAreChecked(_ inURL: String, _ inObject: String, _ status: Int) async throws {
    let server = try TestServer()
    _ = await server.send("POST", path, map("a"))
    let answer =
      inURL == inObject
      ? await server.send("POST", path, map(inObject))
      : await server.send("PUT", "\(path)/\(inURL)", map(inObject))
    #expect(answer.status == status)
  }

  @Test func fieldsOfTheWrongTypeAreRefused() async throws {
    let answer = await (try TestServer()).send("POST", path, map("a", ["n": 1]))
    #expect(answer.status == 400)
    #expect(
      answer.message
        == "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal"
        + " number into Go struct field ConfigMap.data.n of type string")
  }

  @Test func secretsTakeText() async throws {
    let server = try TestServer()
    let answer = await server.send(
      "POST", "/api/v1/namespaces/default/secrets",
      ["metadata": ["name": "s"], "stringData": ["k": "value"]])
    #expect(answer.body.at("data", "k") == "dmFsdWU=")
    #expect(answer.body["stringData"] == nil)
    #expect(answer.body["type"] == "Opaque")
  }

  @Test func bodiesMayBeYAML() async throws {
    let server = try TestServer()
    let answer = await server.send(
      "POST", path, headers: ["content-type": "application/yaml"],
      body: Array("metadata:\n  name: yam\ndata:\n  a: b\n".utf8))
    #expect(answer.status == 201)
    #expect(answer.body.at("data", "a") == "b")
    let read = await server.send(
      "GET", "\(path)/yam", headers: ["accept": "application/yaml"])
    #expect(try YAML.decode(read.text).at("data", "a") == "b")
  }
}
