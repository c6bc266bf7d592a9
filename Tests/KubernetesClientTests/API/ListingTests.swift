import Documents
import Testing

@testable import KubernetesClient

@Suite struct ListingTests {
  private static let expired = ScriptedTransport.Answer.json(
    #"{"kind":"Status","status":"Failure","reason":"Expired","code":410,"#
      + #""message":"The provided continue parameter is too old","metadata":{"continue":"later"}}"#,
    status: 410)

  /// A page of a list of ConfigMaps.
  private static func page(
    _ names: [String], continuing token: String? = nil, version: String = "5"
  ) -> ScriptedTransport.Answer {
    let items = names.map { #"{"metadata":{"name":"\#($0)","uid":"u-\#($0)"}}"# }
    let next = token.map { #","continue":"\#($0)""# } ?? ""
    return .json(
      #"{"kind":"ConfigMapList","apiVersion":"v1","#
        + #""metadata":{"resourceVersion":"\#(version)"\#(next)},"#
        + #""items":[\#(items.joined(separator: ","))]}"#)
  }

  private static func names(_ items: [Value]) -> [String] {
    items.map { $0.at("metadata", "name")?.string ?? "-" }
  }

  private static func names(of stream: AsyncThrowingStream<Value, any Error>) async throws
    -> [String]
  {
    var items: [Value] = []
    for try await item in stream { items.append(item) }
    return names(items)
  }

  @Test func pages() async throws {
    let hub = TestHub(Self.page(["a", "b"], continuing: "t/1"), Self.page(["c"]))
    let list = try await hub.reader.list(.configMaps, ListOptions(pageSize: 2))
    #expect(Self.names(list.items) == ["a", "b", "c"])
    #expect(list.resourceVersion == "5")
    #expect(hub.requests.map(\.query) == [["limit": "2"], ["limit": "2", "continue": "t/1"]])
  }

  @Test func recordedPages() async throws {
    let first = try Recording("list-page-1").answer
    let second = try Recording("list-page-2").answer
    let hub = TestHub(first, second, Self.page(["last"]))
    let list = try await hub.reader.list(.configMaps, namespace: "rec", ListOptions(pageSize: 2))
    #expect(Self.names(list.items) == ["cm0", "cm1", "cm2", "cm3", "last"])
    #expect(hub.requests[1].query["continue"]?.hasPrefix("eyJ2") == true)
  }

  @Test func itemsSayWhatTheyAre() async throws {
    let hub = TestHub(Self.page(["a"]))
    let item = try #require(try await hub.reader.list(.configMaps).items.first)
    #expect(JSON.text(item).hasPrefix(#"{"apiVersion":"v1","kind":"ConfigMap","metadata""#))
  }

  /// The version that a list began with may be forgotten meanwhile. Going on from a later one would mix
  /// two versions, so the list begins again, in one answer that cannot expire.
  @Test func expiredPagesBeginAgain() async throws {
    let hub = TestHub(
      Self.page(["a", "b"], continuing: "t"), Self.expired, Self.page(["b", "c"], version: "9"))
    let list = try await hub.reader.list(.configMaps)
    #expect(Self.names(list.items) == ["b", "c"])
    #expect(list.resourceVersion == "9")
    #expect(hub.requests.last?.query == [:])
  }

  @Test func fromTheCacheInOneAnswer() async throws {
    let hub = TestHub(Self.page(["a"]).cut(into: 1))
    _ = try await hub.reader.list(.configMaps, ListOptions(fromCache: true))
    #expect(hub.requests.map(\.query) == [["resourceVersion": "0"]])
  }

  @Test(arguments: [#"null"#, "[]"])
  func emptyList(_ items: String) async throws {
    let hub = TestHub(.json(#"{"kind":"SecretList","metadata":{},"items":\#(items)}"#))
    #expect(try await hub.reader.list(.secrets).items.isEmpty)
  }

  @Test func itemsArriveBeforeTheListEnds() async throws {
    let hub = TestHub { _, _ in
      // Everything but the end of the list, which never comes.
      .json(#"{"kind":"ConfigMapList","items":[{"metadata":{"name":"a"}},"#).cut(into: 1)
        .ending(.open)
    }
    for try await item in hub.reader.items(.configMaps) {
      #expect(item.at("metadata", "name") == "a")
      break
    }
  }

  @Test(arguments: [1, 3, 1000])
  func itemsOverPages(_ chunk: Int) async throws {
    let hub = TestHub(
      Self.page(["a", "b"], continuing: "t").cut(into: chunk), Self.page(["c"]).cut(into: chunk))
    #expect(try await Self.names(of: hub.reader.items(.configMaps)) == ["a", "b", "c"])
  }

  @Test func itemsGoOnWhereTheServerOffers() async throws {
    let hub = TestHub(
      Self.page(["a", "b"], continuing: "t"), Self.expired, Self.page(["c"], version: "9"))
    #expect(try await Self.names(of: hub.reader.items(.configMaps)) == ["a", "b", "c"])
    #expect(hub.requests.last?.query["continue"] == "later")
  }

  @Test func itemsAreNotRepeatedWhenTheServerOffersNothing() async throws {
    let plain = ScriptedTransport.Answer.json(
      #"{"kind":"Status","status":"Failure","reason":"Expired","code":410}"#, status: 410)
    let hub = TestHub(
      Self.page(["a", "b"], continuing: "t"), plain, Self.page(["a", "b", "c"], version: "9"))
    #expect(try await Self.names(of: hub.reader.items(.configMaps)) == ["a", "b", "c"])
  }

  @Test func brokenOff() async {
    let hub = TestHub(Self.page(["a", "b"]).cut(into: 60).ending(.lost))
    let cut = TestHub { _, _ in .json(#"{"kind":"ConfigMapList","items":[{"#) }
    #expect(
      await failure { try await Self.names(of: cut.reader.items(.configMaps)) }
        .hasPrefix("decoding"))
    #expect(
      await failure {
        try await hub.reader.list(.configMaps, ListOptions(fromCache: true))
      } == "transport")
  }

  @Test func somethingElseThanAList() async {
    let object = TestHub(.json(#"{"kind":"Namespace"}"#))
    let list = TestHub(Self.page(["a"]))
    #expect(
      await failure { try await object.reader.list(.configMaps) }
        == "decoding the server sent a Namespace instead of a list")
    #expect(
      await failure { try await list.reader.table(.configMaps) }
        == "decoding the server sent a ConfigMapList instead of a Table")
  }

  @Test func tablesOverPages() async throws {
    let table = { (name: String, next: String) in
      ScriptedTransport.Answer.json(
        #"{"kind":"Table","metadata":{"resourceVersion":"3","continue":"\#(next)"},"#
          + #""columnDefinitions":[{"name":"Name","type":"string","format":"name","priority":1}],"#
          + #""rows":[{"cells":["\#(name)"],"object":null}]}"#)
    }
    let hub = TestHub(table("a", "t"), table("b", ""))
    let answer = try await hub.reader.table(.configMaps, objects: .none)
    #expect(answer.rows.map(\.cells) == [["a"], ["b"]])
    #expect(answer.rows.allSatisfy { $0.object == nil })
    #expect(answer.columns.map(\.priority) == [1])
    #expect(answer.resourceVersion == "3")
    #expect(hub.requests.first?.query["includeObject"] == "None")
    #expect(hub.requests.first?.headers["Accept"]?.hasPrefix("application/json;as=Table") == true)
  }
}
