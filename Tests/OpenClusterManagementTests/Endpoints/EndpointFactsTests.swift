import Documents
import Foundation
import Testing

@testable import OpenClusterManagement

@Suite("Which address of a cluster others should use")
struct EndpointFactsTests {
  static let own = Array("OWN".utf8)

  private func facts(
    _ server: String, trust: EndpointFacts.Trust = .authorities(own), isIndirect: Bool = false
  ) -> EndpointFacts {
    EndpointFacts(
      kubeconfigServer: server, kubeconfigTrust: trust, isConnectionIndirect: isIndirect)
  }

  private func clusterInfo(_ server: String, authorities: String = "INFO") -> Value {
    let bundle = Data(authorities.utf8).base64EncodedString()
    let kubeconfig = """
      apiVersion: v1
      kind: Config
      clusters:
      - name: ""
        cluster:
          server: \(server)
          certificate-authority-data: \(bundle)
      """
    return ["data": ["kubeconfig": .string(kubeconfig)]]
  }

  @Test("the one that answered mcctl, before what is published")
  func proven() throws {
    var facts = facts("https://hub.example.com:6443/")
    facts.clusterInfo = clusterInfo("https://10.0.0.1:6443")
    let candidates = try facts.candidates()
    #expect(candidates.map(\.source) == [.kubeconfig, .clusterInfo])
    #expect(candidates[0].url == "https://hub.example.com:6443")
    #expect(candidates[0].certificateAuthorities == Self.own)
    #expect(candidates[1].certificateAuthorities == Array("INFO".utf8))
  }

  @Test("the published one when mcctl's own is only reachable on the spot")
  func loopback() throws {
    var facts = facts("https://127.0.0.1:6443")
    #expect(try facts.best().reachability == .loopback)
    facts.clusterInfo = clusterInfo("https://hub-control-plane:6443")
    let best = try facts.best()
    #expect(best.source == .clusterInfo)
    #expect(best.reachability == .localName)
  }

  @Test("the published one when mcctl went through a proxy or by another name")
  func indirect() throws {
    var facts = facts("https://hub.example.com:6443", isIndirect: true)
    #expect(try facts.best().source == .kubeconfig)
    facts.infrastructure = ["status": ["apiServerURL": "https://api.hub.example.com:6443"]]
    #expect(try facts.candidates().map(\.source) == [.openShift, .kubeconfig])
  }

  @Test("the given one and no other")
  func given() throws {
    var facts = facts("https://hub.example.com:6443")
    facts.given = "https://127.0.0.1:6443"
    let candidates = try facts.candidates()
    #expect(candidates.map(\.source) == [.given])
    #expect(candidates[0].certificateAuthorities == Self.own)
    facts.given = "http://hub"
    #expect(throws: EndpointError.notSecure("http://hub")) { try facts.candidates() }
  }

  @Test(
    "a publicly trusted server needs no authorities, one that was not verified the cluster's own")
  func trust() throws {
    #expect(
      try facts("https://hub.example.com", trust: .system).best().certificateAuthorities == nil)
    var unverified = facts("https://hub.example.com", trust: .unverified)
    #expect(try unverified.best().certificateAuthorities == nil)
    unverified.rootAuthorities = ["data": ["ca.crt": "ROOT"]]
    #expect(try unverified.best().certificateAuthorities == Array("ROOT".utf8))
    unverified.clusterInfo = clusterInfo("https://10.0.0.1:6443")
    #expect(try unverified.best().certificateAuthorities == Array("INFO".utf8))
  }

  @Test("what is published but broken is left out")
  func broken() throws {
    var facts = facts("https://hub.example.com")
    facts.clusterInfo = ["data": ["kubeconfig": "{{"]]
    facts.infrastructure = ["status": ["apiServerURL": ""]]
    #expect(try facts.candidates().count == 1)
  }
}
