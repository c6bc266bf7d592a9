import Testing

@testable import KubernetesClient

struct HTTPHeadersTests {
  @Test func findsNamesInAnyCase() {
    var headers: HTTPHeaders = ["Warning": "one", "X-A": "a", "warning": "two"]
    #expect(headers["WARNING"] == "one")
    #expect(headers.values("WaRnInG") == ["one", "two"])
    #expect(headers["X-B"] == nil)
    headers.append("WARNING", "three")
    #expect(headers.fields.map(\.name) == ["Warning", "X-A", "warning", "WARNING"])
  }

  @Test func replacesInPlace() {
    var headers: HTTPHeaders = ["A": "1", "B": "2", "a": "3"]
    headers["a"] = "4"
    #expect(headers.fields.map(\.value) == ["4", "2"])
    headers["C"] = "5"
    headers["b"] = nil
    #expect(headers.fields.map(\.name) == ["a", "C"])
  }

  @Test func descriptionsHoldNoSecrets() {
    let request = HTTPRequest(
      url: "https://user:secret@hub/", headers: ["Authorization": "Bearer secret"],
      body: Array("secret".utf8))
    let tls = TLSSettings(clientCertificate: Array("x".utf8), clientKey: Array("secret".utf8))
    for text in [
      "\(request)", "\(request.headers)", "\(request.headers.fields)", "\(tls)", "\([tls])",
    ] {
      #expect(!text.contains("secret"))
      #expect(!text.contains("115, 101, 99"))
    }
    #expect("\(request)" == "GET https://hub/")
  }
}
