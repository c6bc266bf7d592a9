import AsyncHTTPClient
import Documents
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

@testable import Sandbox

/// A server over TLS on a loopback port.
@Suite(.timeLimit(.minutes(2)))
struct NetworkTests {
  private func hub(_ directory: URL) throws -> HubKubeconfig {
    let file = directory.appending(path: "hub.kubeconfig")
    return try HubKubeconfig(Array(try Data(contentsOf: file)))
  }

  private func client(_ kubeconfig: HubKubeconfig, hasCertificate: Bool = true) throws -> HTTPClient
  {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.trustRoots = .certificates(
      try NIOSSLCertificate.fromPEMBytes(kubeconfig.certificateAuthority ?? []))
    if hasCertificate {
      tls.certificateChain = try NIOSSLCertificate.fromPEMBytes(kubeconfig.clientCertificate ?? [])
        .map { .certificate($0) }
      tls.privateKey = .privateKey(
        try NIOSSLPrivateKey(bytes: kubeconfig.clientKey ?? [], format: .pem))
    }
    return HTTPClient(configuration: HTTPClient.Configuration(tlsConfiguration: tls))
  }

  @Test func kubeconfigsAreForTheirOwnerAlone() async throws {
    try await RunningFleet.with(clusters: 2) { _, members, _ in
      #expect(members.map(\.name) == ["hub", "cluster1", "cluster2"])
      for member in members {
        let attributes = try FileManager.default.attributesOfItem(
          atPath: member.kubeconfig.path())
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
      #expect(Set(members.map(\.url)).count == 3)
    }
  }

  @Test func clientsAreKnownByTheirCertificates() async throws {
    try await RunningFleet.with { _, _, directory in
      let kubeconfig = try hub(directory)
      for (hasCertificate, status) in [(true, 200), (false, 403)] {
        let client = try client(kubeconfig, hasCertificate: hasCertificate)
        let answer = try await client.execute(
          HTTPClientRequest(url: "\(kubeconfig.server)/api/v1/namespaces"), timeout: .seconds(10))
        try await client.shutdown()
        #expect(Int(answer.status.code) == status)
        #expect(answer.version == .http2)
      }
    }
  }

  @Test func stoppingEndsWatches() async throws {
    try await RunningFleet.with { fleet, _, directory in
      let kubeconfig = try hub(directory)
      let client = try client(kubeconfig)
      let answer = try await client.execute(
        HTTPClientRequest(url: "\(kubeconfig.server)/api/v1/namespaces?watch=true"),
        timeout: .seconds(30))
      var chunks = answer.body.makeAsyncIterator()
      #expect(try await chunks.next() != nil)
      await fleet.stop()
      var isOver = false
      do {
        while try await chunks.next() != nil {}
        isOver = true
      } catch {
        isOver = true
      }
      #expect(isOver)
      try await client.shutdown()
    }
  }

  @Test func everyAnswerIsWrittenDown() async throws {
    let log = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString)")
    var configuration = SandboxFleet.Configuration(directory: directory, clusters: 0)
    configuration.log = try RequestLog(file: log)
    let fleet = try SandboxFleet(configuration)
    _ = try await fleet.start()
    let kubeconfig = try hub(directory)
    let client = try client(kubeconfig)
    var request = HTTPClientRequest(url: "\(kubeconfig.server)/api/v1/pods?limit=3")
    request.headers.add(name: "user-agent", value: "probe/1")
    _ = try await client.execute(request, timeout: .seconds(10))
    try await client.shutdown()
    await fleet.stop()
    let lines = String(decoding: try Data(contentsOf: log), as: UTF8.self).split(separator: "\n")
    let entries = try lines.map { try JSON.decode(String($0)) }
    let entry = try #require(entries.first { $0["userAgent"] == "probe/1" })
    #expect(entry["method"] == "GET")
    #expect(entry["path"] == "/api/v1/pods?limit=3")
    #expect(entry["status"] == 200)
    #expect(entry["user"] == "kubernetes-admin")
    #expect(entry["server"] == "hub")
  }

  @Test func droppedConnectionsHaveNoAnswer() async throws {
    try await RunningFleet.with { fleet, _, directory in
      let kubeconfig = try hub(directory)
      let client = try client(kubeconfig)
      fleet.servers[0].cluster.faults.add(try Fault("drop,path=/version,times=1"))
      let request = HTTPClientRequest(url: "\(kubeconfig.server)/version")
      await #expect(throws: (any Error).self) {
        try await client.execute(request, timeout: .seconds(5))
      }
      let answer = try await client.execute(request, timeout: .seconds(5))
      #expect(answer.status == .ok)
      try await client.shutdown()
    }
  }

  @Test func bodiesThatAreTooLargeAreRefused() async throws {
    try await RunningFleet.with { _, _, directory in
      let kubeconfig = try hub(directory)
      let client = try client(kubeconfig)
      var request = HTTPClientRequest(url: "\(kubeconfig.server)/api/v1/namespaces")
      request.method = .POST
      request.headers.add(name: "content-type", value: "application/json")
      request.body = .bytes([UInt8](repeating: 32, count: HTTPServer.bodyLimit + 1))
      let answer = try await client.execute(request, timeout: .seconds(10))
      #expect(Int(answer.status.code) == 413)
      try await client.shutdown()
    }
  }
}
