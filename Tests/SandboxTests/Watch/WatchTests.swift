import Documents
import Testing

@testable import Sandbox

struct WatchTests {
  private let path = "/api/v1/namespaces/default/configmaps"

  private func create(_ server: TestServer, _ name: String, _ label: String) async {
    _ = await server.send(
      "POST", path,
      ["metadata": ["name": .string(name), "labels": ["l": .string(label)]]])
  }

  private func relabel(_ server: TestServer, _ name: String, _ label: String) async {
    _ = await server.send(
      "PATCH", "\(path)/\(name)", ["metadata": ["labels": ["l": .string(label)]]],
      type: "application/merge-patch+json")
  }

  /// What a watch sends that is cut after so many events.
  private func events(_ server: TestServer, _ query: String, count: Int) async -> [String] {
    server.cluster.settings.watchLimits.maximumEvents = count
    let answer = await server.get("\(path)?watch=true&\(query)")
    return answer.events.map {
      "\($0["type"]?.string ?? "") \($0.at("object", "metadata", "name")?.string ?? "")"
    }
  }

  @Test func objectsEnterAndLeaveASelection() async throws {
    let server = try TestServer()
    let start = server.cluster.store.revision
    await create(server, "a", "1")
    await create(server, "b", "2")
    await relabel(server, "b", "1")
    await relabel(server, "a", "2")
    _ = await server.send("DELETE", "\(path)/b")
    let seen = await events(
      server, "labelSelector=l%3D1&resourceVersion=\(start)", count: 4)
    #expect(seen == ["ADDED a", "ADDED b", "DELETED a", "DELETED b"])
  }

  @Test func aWatchWithoutVersionBeginsWithWhatExists() async throws {
    let server = try TestServer()
    await create(server, "a", "1")
    await create(server, "b", "1")
    #expect(await events(server, "", count: 2) == ["ADDED a", "ADDED b"])
  }

  @Test func initialEventsEndWithABookmark() async throws {
    let server = try TestServer()
    await create(server, "a", "1")
    let query =
      "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"
      + "&timeoutSeconds=1"
    let answer = await server.get("\(path)?watch=true&\(query)")
    #expect(answer.events.prefix(2).map { $0["type"] } == ["ADDED", "BOOKMARK"])
    let mark = answer.events[1].at("object", "metadata")
    #expect(mark?.at("annotations", "k8s.io/initial-events-end") == "true")
    #expect(mark?["resourceVersion"]?.string == String(server.cluster.store.revision))
    #expect(answer.events.last?["type"] == "BOOKMARK")
  }

  @Test func aVersionThatIsForgottenIsGone() async throws {
    let server = try TestServer()
    await create(server, "a", "1")
    server.cluster.store.compact()
    let answer = await server.get("\(path)?watch=true&resourceVersion=1")
    #expect(answer.status == 200)
    #expect(answer.events.map { $0["type"] } == ["ERROR"])
    #expect(answer.events[0].at("object", "code") == 410)
    #expect(answer.events[0].at("object", "reason") == "Expired")
  }

  @Test func tablesNameTheirColumnsOnce() async throws {
    let server = try TestServer()
    await create(server, "a", "1")
    await create(server, "b", "1")
    server.cluster.settings.watchLimits.maximumEvents = 2
    let answer = await server.send(
      "GET", "\(path)?watch=true",
      headers: ["accept": "application/json;as=Table;v=v1;g=meta.k8s.io"])
    #expect(answer.events[0].at("object", "columnDefinitions")?.array?.isEmpty == false)
    #expect(answer.events[1].at("object", "columnDefinitions")?.isNull == true)
    #expect(answer.events[1].at("object", "rows")?[0]?.at("cells")?[0] == "b")
  }

  @Test func theStoreRemembersOnlySoMuch() throws {
    let store = ObjectStore(historyCapacity: 4)
    let resource = ResourceKey(group: "", plural: "things")
    for index in 0..<20 {
      try store.put(
        resource, ObjectKey(namespace: "", name: "n\(index)"), ["metadata": [:]],
        expecting: .absent)
    }
    #expect(throws: ObjectStore.Compacted.self) { try store.watch(resource, after: 2) }
    #expect(throws: Never.self) { try store.watch(resource, after: 20) }
  }
}
