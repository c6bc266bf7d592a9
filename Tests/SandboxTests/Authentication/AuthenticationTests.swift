import Documents
import Foundation
import Testing

@testable import Sandbox

struct AuthenticationTests {
  private func whoami(_ server: TestServer, token: String) async -> TestServer.Answer {
    await server.send(
      "POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews",
      headers: ["authorization": "Bearer \(token)", "content-type": "application/json"],
      body: Array("{}".utf8))
  }

  @Test func tokensOfServiceAccountsStandForThem() async throws {
    let server = try TestServer()
    let accounts = "/api/v1/namespaces/default/serviceaccounts"
    _ = await server.send("POST", accounts, ["metadata": ["name": "sa"]])
    let issued = await server.send("POST", "\(accounts)/sa/token", ["spec": [:]])
    #expect(issued.body.at("spec", "expirationSeconds") == 3600)
    let token = try #require(issued.body.at("status", "token")?.string)
    let user = await whoami(server, token: token).body.at("status", "userInfo")
    #expect(user?["username"] == "system:serviceaccount:default:sa")
    #expect(
      user?["groups"] == [
        "system:serviceaccounts", "system:serviceaccounts:default", "system:authenticated",
      ])
    let credential = user?.at("extra", "authentication.kubernetes.io/credential-id")?[0]?.string
    let claims = try #require(server.cluster.tokens.claims(of: token))
    #expect(credential == "JTI=\(claims.id)")
    _ = await server.send("DELETE", "\(accounts)/sa")
    #expect(await whoami(server, token: token).status == 401)
  }

  @Test func tokensForOthersAreNotGoodHere() async throws {
    let server = try TestServer()
    let accounts = "/api/v1/namespaces/default/serviceaccounts"
    _ = await server.send("POST", accounts, ["metadata": ["name": "sa"]])
    let issued = await server.send(
      "POST", "\(accounts)/sa/token", ["spec": ["audiences": ["elsewhere"]]])
    let token = try #require(issued.body.at("status", "token")?.string)
    #expect(await whoami(server, token: token).status == 401)
    let review = await server.send(
      "POST", "/apis/authentication.k8s.io/v1/tokenreviews",
      ["spec": ["token": .string(token), "audiences": ["elsewhere"]]])
    #expect(review.body.at("status", "authenticated") == true)
    #expect(review.body.at("spec", "token") == nil || review.body.at("spec", "token") == "")
  }

  @Test func bootstrapTokensStandForTheirGroups() async throws {
    let server = try TestServer()
    func data(_ text: String) -> Value { .string(Data(text.utf8).base64EncodedString()) }
    func secret(_ expiration: String) -> Value {
      [
        "metadata": ["name": "bootstrap-token-abcdef"], "type": "bootstrap.kubernetes.io/token",
        "data": [
          "token-id": data("abcdef"), "token-secret": data("0123456789abcdef"),
          "usage-bootstrap-authentication": data("true"), "expiration": data(expiration),
          "auth-extra-groups": data("system:bootstrappers:managedcluster"),
        ],
      ]
    }
    let secrets = "/api/v1/namespaces/kube-system/secrets"
    _ = await server.send("POST", secrets, secret("2999-01-01T00:00:00Z"))
    let token = "abcdef.0123456789abcdef"
    let user = await whoami(server, token: token).body.at("status", "userInfo")
    #expect(user?["username"] == "system:bootstrap:abcdef")
    #expect(
      user?["groups"] == [
        "system:bootstrappers", "system:bootstrappers:managedcluster", "system:authenticated",
      ])
    #expect(await whoami(server, token: "abcdef.0123456789abcdee").status == 401)
    _ = await server.send(
      "PUT", "\(secrets)/bootstrap-token-abcdef", secret("2001-01-01T00:00:00Z"))
    #expect(await whoami(server, token: token).status == 401)
  }

  @Test func certificatesAreJudgedBySignerTimeAndPurpose() throws {
    let own = try CertificateAuthority(commonName: "own")
    let other = try CertificateAuthority(commonName: "own")
    func identity(_ issued: IssuedCertificate) -> CertificateIdentity? {
      let lines = issued.certificate.split(separator: "\n").filter { !$0.hasPrefix("-----") }
      let der = Array(Data(base64Encoded: lines.joined()) ?? Data())
      return CertificateIdentity(der: der, signedBy: own)
    }
    let good = identity(try own.issueClient(user: "u", groups: ["g1", "g2"]))
    #expect(good?.user.name == "u")
    #expect(good?.user.groups == ["g1", "g2"])
    #expect(good?.validity.contains(Date()) == true)
    let expired = identity(try own.issueClient(user: "u", groups: [], lifetime: -60))
    #expect(expired?.validity.contains(Date()) == false)
    #expect(identity(try other.issueClient(user: "u", groups: [])) == nil)
    #expect(identity(try own.issueServing(names: ["x"], addresses: [])) == nil)
  }
}
