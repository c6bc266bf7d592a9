import Documents
import Testing

@testable import Sandbox

struct FaultTests {
  @Test(arguments: [
    ("latency=250", Fault(effect: .latency(250))), ("drop", Fault(effect: .drop)),
    ("status=429:3", Fault(effect: .status(429, retryAfter: 3))),
    ("cut-watch=2,path=/pods", Fault(effect: .cutWatch(afterEvents: 2), path: "/pods")),
    (
      "status=503,method=post|patch,skip=1,times=2",
      Fault(
        effect: .status(503, retryAfter: nil), methods: ["POST", "PATCH"], skip: 1, times: 2)
    ), ("slow-body=10:5", Fault(effect: .slowBody(bytes: 10, pause: 5))),
  ])
  func faultsAreReadFromText(_ text: String, _ fault: Fault) throws {
    #expect(try Fault(text) == fault)
  }

  @Test(arguments: ["", "status", "status=200", "explode", "drop=1", "latency=x", "drop,when=now"])
  func otherTextsAreRefused(_ text: String) {
    #expect(throws: Fault.Unreadable.self) { try Fault(text) }
  }

  private func respond(_ server: TestServer, _ method: String, _ path: String) async
    -> APIResponse?
  {
    await FaultyResponder(cluster: server.cluster).respond(
      to: APIRequest(method: method, target: path, headers: [])
    ) { _ in .text(200, String(repeating: "x", count: 25)) }
  }

  @Test func aFaultStrikesWhomItConcerns() async throws {
    let server = try TestServer()
    server.cluster.faults.add(try Fault("status=503:7,method=POST,path=/a,skip=1,times=1"))
    var statuses: [Int?] = []
    for (method, path) in [
      ("POST", "/b"), ("GET", "/a"), ("POST", "/a"), ("POST", "/a"), ("POST", "/a"),
    ] {
      statuses.append(await respond(server, method, path)?.status)
    }
    #expect(statuses == [200, 200, 200, 503, 200])
  }

  @Test func droppedRequestsHaveNoAnswer() async throws {
    let server = try TestServer()
    server.cluster.faults.add(try Fault("drop"))
    #expect(await respond(server, "GET", "/x") == nil)
    server.cluster.faults.clear()
    #expect(await respond(server, "GET", "/x")?.status == 200)
  }

  @Test func slowBodiesComeInPieces() async throws {
    let server = try TestServer()
    server.cluster.faults.add(try Fault("slow-body=10:1"))
    guard case .stream(let stream)? = await respond(server, "GET", "/x")?.body else {
      Issue.record("the body is not a stream")
      return
    }
    var sizes: [Int] = []
    for await chunk in stream.chunks { sizes.append(chunk.count) }
    #expect(sizes == [10, 10, 5])
  }

  @Test func administratorsSetFaultsWhileTheServerRuns() async throws {
    let server = try TestServer()
    let path = FaultControl.path
    let set = await server.send(
      "POST", path, headers: [:], body: Array("drop,path=/nowhere\nstatus=500,times=1".utf8))
    #expect(set.status == 200)
    #expect(server.cluster.faults.all.count == 2)
    #expect(await server.send("DELETE", path).status == 200)
    #expect(server.cluster.faults.all.isEmpty)
    let other = await server.send("POST", path, headers: ["impersonate-user": "alice"])
    #expect(other.status == 403)
  }
}
