import Documents
import Testing

@testable import Sandbox

struct ListTests {
  private let path = "/api/v1/namespaces/default/configmaps"

  private func server(_ count: Int) async throws -> TestServer {
    let server = try TestServer()
    for index in 0..<count {
      let name = "cm\(index)"
      let answer = await server.send("POST", path, ["metadata": ["name": .string(name)]])
      #expect(answer.status == 201)
    }
    return server
  }

  private func names(_ answer: TestServer.Answer) -> [String] {
    (answer.body["items"]?.array ?? []).compactMap { $0.at("metadata", "name")?.string }
  }

  @Test func pagesShowTheStateOfTheFirstOne() async throws {
    let server = try await server(5)
    let first = await server.get("\(path)?limit=2")
    #expect(names(first) == ["cm0", "cm1"])
    #expect(first.body.at("metadata", "remainingItemCount")?.int == 3)
    _ = await server.send("DELETE", "\(path)/cm2")
    _ = await server.send("POST", path, ["metadata": ["name": "cm2a"]])
    let token = try #require(first.body.at("metadata", "continue")?.string)
    let second = await server.get("\(path)?limit=9&continue=\(token)")
    #expect(names(second) == ["cm2", "cm3", "cm4"])
    #expect(
      second.body.at("metadata", "resourceVersion") == first.body.at("metadata", "resourceVersion"))
  }

  @Test func anExpiredTokenIsGoneAndTellsHowToGoOn() async throws {
    let server = try await server(3)
    let first = await server.get("\(path)?limit=1")
    let token = try #require(first.body.at("metadata", "continue")?.string)
    server.cluster.store.compact()
    _ = await server.send("DELETE", "\(path)/cm2")
    server.cluster.store.compact()
    let gone = await server.get("\(path)?limit=1&continue=\(token)")
    #expect(gone.status == 410)
    #expect(gone.reason == "Expired")
    let next = try #require(gone.body.at("metadata", "continue")?.string)
    #expect(names(await server.get("\(path)?continue=\(next)")) == ["cm1"])
  }

  @Test func anExactVersionIsListedAsItWas() async throws {
    let server = try await server(2)
    let version = try #require(
      await server.get(path).body.at("metadata", "resourceVersion")?.string)
    _ = await server.send("DELETE", "\(path)/cm0")
    let then = await server.get(
      "\(path)?resourceVersion=\(version)&resourceVersionMatch=Exact")
    #expect(names(then) == ["cm0", "cm1"])
    #expect(names(await server.get(path)) == ["cm1"])
  }

  @Test(arguments: [
    "resourceVersionMatch=Exact", "resourceVersion=0&resourceVersionMatch=Exact",
    "resourceVersion=1&resourceVersionMatch=Sometimes", "resourceVersion=x",
  ])
  func versionsThatMakeNoSenseAreRefused(_ query: String) async throws {
    let answer = await (try TestServer()).get("\(path)?\(query)")
    #expect(answer.status == 422)
    #expect(answer.message.hasPrefix("ListOptions.meta.k8s.io \"\" is invalid"))
  }

  @Test func selectorsGoThroughPages() async throws {
    let server = try await server(1)
    for index in 0..<6 {
      let label: Value = index % 2 == 0 ? "even" : "odd"
      _ = await server.send(
        "POST", path, ["metadata": ["name": .string("l\(index)"), "labels": ["p": label]]])
    }
    let first = await server.get("\(path)?limit=2&labelSelector=p%3Dodd")
    #expect(names(first) == ["l1", "l3"])
    #expect(first.body.at("metadata", "remainingItemCount") == nil)
    let token = try #require(first.body.at("metadata", "continue")?.string)
    let last = await server.get("\(path)?limit=2&labelSelector=p%3Dodd&continue=\(token)")
    #expect(names(last) == ["l5"])
    #expect(last.body.at("metadata", "continue") == nil)
  }
}
