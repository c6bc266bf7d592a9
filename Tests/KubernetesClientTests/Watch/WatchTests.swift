import Documents
import Testing

@testable import KubernetesClient

@Suite struct WatchTests {
  typealias Answer = ScriptedTransport.Answer

  private static func list(_ version: String, _ names: String...) -> Answer {
    let items = names.map { #"{"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
    return .json(
      #"{"kind":"LeaseList","metadata":{"resourceVersion":"\#(version)"},"items":[\#(items)]}"#)
  }

  private static func event(_ type: String, _ name: String, _ version: String) -> String {
    #"{"type":"\#(type)","object":{"kind":"Lease","metadata":{"name":"\#(name)","#
      + #""resourceVersion":"\#(version)"}}}"# + "\n"
  }

  private static func error(_ code: Int, _ reason: String) -> String {
    #"{"type":"ERROR","object":{"kind":"Status","status":"Failure","code":\#(code),"#
      + #""reason":"\#(reason)","message":"m"}}"#
  }

  private static func stream(_ events: String..., ending: Answer.Ending = .open) -> Answer {
    Answer.json(events.joined()).ending(ending)
  }

  private static func text(_ event: WatchEvent) -> String {
    let name = { (object: Value) in object.at("metadata", "name")?.string ?? "-" }
    return switch event {
    case .initial(let items): "initial " + items.map(name).joined(separator: ",")
    case .added(let object): "added \(name(object))"
    case .modified(let object): "modified \(name(object))"
    case .deleted(let object): "deleted \(name(object))"
    case .bookmark(let version): "bookmark \(version)"
    }
  }

  /// The first `count` events.
  private static func events(
    _ count: Int, of hub: TestHub, _ options: WatchOptions = WatchOptions(), name: String? = nil
  ) async throws -> [String] {
    var events: [String] = []
    for try await event in hub.reader.watch(.leases, namespace: "ns", name: name, options) {
      events.append(text(event))
      if events.count == count { break }
    }
    return events
  }

  @Test(arguments: [1, 7, 100_000])
  func listThenChanges(_ chunk: Int) async throws {
    let hub = TestHub(
      Self.list("10", "a", "b"),
      Self.stream(
        Self.event("ADDED", "c", "11"), Self.event("MODIFIED", "a", "12"),
        Self.event("DELETED", "b", "13"), Self.event("BOOKMARK", "", "20")
      ).cut(into: chunk))
    #expect(
      try await Self.events(5, of: hub) == [
        "initial a,b", "added c", "modified a", "deleted b", "bookmark 20",
      ])
    let watch = hub.requests[1]
    #expect(watch.path == "/apis/coordination.k8s.io/v1/namespaces/ns/leases")
    #expect(watch.query["resourceVersion"] == "10")
    #expect(watch.query["allowWatchBookmarks"] == "true")
    #expect((300..<600).contains(Int(watch.query["timeoutSeconds"] ?? "") ?? 0))
  }

  @Test func resumesWhereItWas() async throws {
    let hub = TestHub(
      Self.list("10"),
      Self.stream(
        Self.event("ADDED", "a", "11"), Self.event("BOOKMARK", "", "15"), ending: .complete),
      Self.stream(Self.event("ADDED", "b", "16"), ending: .lost),
      Self.stream(Self.event("ADDED", "c", "17")))
    #expect(
      try await Self.events(5, of: hub) == [
        "initial ", "added a", "bookmark 15", "added b", "added c",
      ])
    #expect(hub.requests.map { $0.query["resourceVersion"] } == [nil, "10", "15", "16"])
  }

  /// An event that a lost connection cut in two comes again, since the watch resumes before it.
  @Test func halfAnEventIsForgotten() async throws {
    let half = String(Self.event("ADDED", "b", "12").dropLast(10))
    let hub = TestHub(
      Self.list("10"), Self.stream(Self.event("ADDED", "a", "11"), half, ending: .lost),
      Self.stream(Self.event("ADDED", "b", "12")))
    #expect(try await Self.events(3, of: hub) == ["initial ", "added a", "added b"])
  }

  @Test func forgottenVersionAsAnEvent() async throws {
    let hub = TestHub(
      Self.list("10", "a"), Self.stream(Self.error(410, "Expired"), ending: .complete),
      Self.list("50", "b"), Self.stream(Self.event("ADDED", "c", "51")))
    #expect(try await Self.events(3, of: hub) == ["initial a", "initial b", "added c"])
    #expect(hub.requests.last?.query["resourceVersion"] == "50")
    #expect(hub.pauses.all.isEmpty)
  }

  @Test func forgottenVersionAsAStatus() async throws {
    let gone = Answer.json(
      #"{"kind":"Status","status":"Failure","code":410,"reason":"Gone"}"#, status: 410)
    let hub = TestHub(Self.list("10", "a"), gone, Self.list("50", "b"), gone, Self.list("60"))
    #expect(try await Self.events(3, of: hub) == ["initial a", "initial b", "initial "])
    // A server that forgets at once must not be asked without pause.
    #expect(hub.pauses.all.count == 1)
  }

  @Test func relistIsNotFromTheCache() async throws {
    let hub = TestHub(
      Self.list("10"), Self.stream(Self.error(410, "Expired"), ending: .complete),
      Self.list("50"))
    _ = try await Self.events(2, of: hub, WatchOptions(startsFromCache: true))
    #expect(hub.requests[0].query["resourceVersion"] == "0")
    #expect(hub.requests[2].query["resourceVersion"] == nil)
  }

  @Test func outagesAreWaitedOutAndTold() async throws {
    let interruptions = Recorder<WatchInterruption>()
    let hub = TestHub { _, index in
      switch index {
      case 0, 2: throw TransportError.refused(host: "hub", port: 6443)
      case 1: Self.list("10")
      case 3: .text("busy", status: 503)
      default: Self.stream(Self.event("ADDED", "a", "11"))
      }
    }
    let resumptions = Recorder<Int>()
    let options = WatchOptions(
      onInterruption: { interruptions.append($0) },
      onResumption: { resumptions.append(interruptions.all.count) })
    #expect(try await Self.events(2, of: hub, options) == ["initial ", "added a"])
    #expect(interruptions.all.map(\.failures) == [1, 2, 3])
    #expect(resumptions.all == [1, 3], "after the first, and after the other two")
    #expect(interruptions.all.map(\.retryDelay) == hub.pauses.all)
    #expect(hub.pauses.all[2] > hub.pauses.all[0])
  }

  @Test func serversWishToWaitIsKept() async throws {
    let hub = TestHub { _, index in
      if index == 0 {
        var answer = Answer.text("slow down", status: 429)
        answer.headers["Retry-After"] = "90"
        return answer
      }
      return Self.list("1")
    }
    _ = try await Self.events(1, of: hub)
    #expect(hub.pauses.all == [.seconds(90)])
  }

  @Test(arguments: [
    ("unauthorized", "unauthorized"), ("forbidden", "forbidden alice list secrets [] default -"),
    ("list-bad-selector", "badRequest 400 BadRequest"),
  ])
  func whatDoesNotHealIsThrown(_ file: String, _ expected: String) async throws {
    let hub = TestHub(try Recording(file).answer)
    #expect(await failure { try await Self.events(1, of: hub) } == expected)
    #expect(hub.requests.count == 1)
  }

  @Test func vanishedTypeIsThrown() async throws {
    let hub = TestHub(
      Self.list("10"),
      .json(
        #"{"kind":"Status","status":"Failure","code":404,"reason":"NotFound","details":{}}"#,
        status: 404))
    #expect(
      await failure { try await Self.events(2, of: hub) }
        == "resourceTypeMissing leases.coordination.k8s.io")
  }

  @Test func oneObjectByName() async throws {
    let hub = TestHub(Self.list("1"), Self.stream(Self.event("ADDED", "a", "2")))
    let options = WatchOptions(labelSelector: "x=y", fieldSelector: "metadata.namespace=ns")
    _ = try await Self.events(2, of: hub, options, name: "a")
    for request in hub.requests {
      #expect(request.query["fieldSelector"] == "metadata.name=a,metadata.namespace=ns")
      #expect(request.query["labelSelector"] == "x=y")
    }
  }

  @Test func onlyWhatIsWantedIsKept() async throws {
    let hub = TestHub(Self.list("1", "a"), Self.stream(Self.event("ADDED", "b", "2")))
    let options = WatchOptions(reduce: { object in
      ["metadata": ["name": object.at("metadata", "name") ?? .null]]
    })
    var kept: [Value] = []
    for try await event in hub.reader.watch(.leases, namespace: "ns", options) {
      switch event {
      case .initial(let items): kept += items
      case .added(let object): kept.append(object)
      default: break
      }
      if kept.count == 2 { break }
    }
    #expect(kept == [["metadata": ["name": "a"]], ["metadata": ["name": "b"]]])
  }

  @Test func requestsThatEndAtOnceAreSpacedOut() async throws {
    let hub = TestHub { _, index in
      switch index {
      case 0: Self.list("1")
      case 1...3: Self.stream(ending: .complete)
      default: Self.stream(Self.event("ADDED", "a", "2"))
      }
    }
    _ = try await Self.events(2, of: hub)
    #expect(hub.pauses.all.count == 3)
  }

  @Test func unreadableEventsAreAskedForAgain() async throws {
    let hub = TestHub(
      Self.list("1"), Self.stream("<html>", ending: .complete),
      Self.stream(#"{"type":"ADDED"}"#, ending: .complete),
      Self.stream(Self.event("ADDED", "a", "2")))
    #expect(try await Self.events(2, of: hub) == ["initial ", "added a"])
    #expect(hub.pauses.all.count == 2)
  }

  @Test func unknownEventsAreSkipped() async throws {
    let hub = TestHub(
      Self.list("1"), Self.stream(Self.event("NEWS", "x", "2"), Self.event("ADDED", "a", "3")))
    #expect(try await Self.events(2, of: hub) == ["initial ", "added a"])
  }

  @Test func recordedWatch() async throws {
    let hub = TestHub(Self.list("1"), try Recording("watch-too-old").answer.cut(into: 13))
    let events = try await Self.events(3, of: hub)
    #expect(events[1] == "added kube-root-ca.crt")
  }

  /// A server whose storage cannot keep idle watches current refuses those that ask for bookmarks.
  @Test(arguments: ["watch-from-list", "watch-streaming-list"])
  func serversWithoutBookmarks(_ file: String) async throws {
    let refusal = try Recording(file).answer
    let hub = TestHub { request, index in
      if index == 0 { return Self.list("1") }
      if request.query["allowWatchBookmarks"] != nil { return refusal }
      return Self.stream(Self.event("ADDED", "a", "2"))
    }
    #expect(try await Self.events(2, of: hub) == ["initial ", "added a"])
    #expect(hub.pauses.all.count == 1)
  }

  /// A connection that died silently ends with the time that the request was given, and is no outage.
  @Test func requestsThatTakeTooLongAreResumed() async throws {
    let interruptions = Recorder<WatchInterruption>()
    let hub = TestHub(
      Self.list("1"), Self.stream(Self.event("ADDED", "a", "2"), ending: .timedOut),
      Self.stream(Self.event("ADDED", "b", "3")))
    let options = WatchOptions(onInterruption: { interruptions.append($0) })
    #expect(try await Self.events(3, of: hub, options) == ["initial ", "added a", "added b"])
    #expect(interruptions.all.isEmpty)
    #expect(hub.requests.last?.query["resourceVersion"] == "2")
  }

  @Test func cancellationEndsAnIdleWatch() async throws {
    let hub = TestHub(Self.list("1"), Self.stream())
    let started = Recorder<String>()
    let (signal, continuation) = AsyncStream<Void>.makeStream()
    let task = Task {
      for try await event in hub.reader.watch(.leases) {
        started.append(Self.text(event))
        continuation.yield()
      }
    }
    for await _ in signal { break }
    task.cancel()
    _ = await task.result
    #expect(started.all == ["initial "])
  }
}
