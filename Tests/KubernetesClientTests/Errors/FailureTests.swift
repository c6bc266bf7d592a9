import Documents
import Testing

@testable @_spi(WriteGrant) import KubernetesClient

@Suite struct FailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let status: Int
    let type: String
    let body: String
    let expected: String

    init(_ status: Int, _ type: String, _ body: String, _ expected: String) {
      self.status = status
      self.type = type
      self.body = body
      self.expected = expected
    }

    var testDescription: String { "\(status) \(expected)" }
  }

  private static func status(_ code: Int, _ reason: String, _ message: String) -> String {
    JSON.text([
      "kind": "Status", "status": "Failure", "reason": .string(reason), "code": .integer(code),
      "message": .string(message),
    ])
  }

  static let cases: [Case] = [
    Case(
      200, "text/html", "<!doctype html><html><head><TITLE>\n Sign in </TITLE>",
      "notKubernetes it sent the web page \"Sign in\""),
    Case(200, "text/plain", "hello", "notKubernetes it sent \"hello\""),
    Case(403, "text/html", "<html>denied by policy", "notKubernetes it sent a web page"),
    Case(401, "text/html", "<html>", "notKubernetes it sent a web page"),
    Case(401, "text/plain", "Unauthorized", "unauthorized"),
    Case(
      400, "text/plain", "Client sent an HTTP request to an HTTPS server.\n",
      "notKubernetes it speaks HTTPS, and the URL says http://"),
    Case(
      404, "application/json", #"{"error":"no route"}"#,
      #"notKubernetes it sent "{"error":"no route"}""#),
    Case(502, "text/html", "<html><title>502 Bad Gateway</title>", "server 502 -"),
    Case(503, "text/plain", "service unavailable", "server 503 -"),
    Case(429, "text/plain", "Too many requests", "tooManyRequests 7.0 seconds"),
    Case(
      500, "application/json",
      status(
        500, "InternalError",
        "Internal error occurred: failed calling webhook \"m.example.com\": failed to call "
          + "webhook: Post \"https://x.svc:443/\": dial tcp: refused"),
      "server 500 m.example.com"),
    Case(
      400, "application/json",
      status(400, "BadRequest", "admission webhook \"v.example.com\" denied the request: no"),
      "admissionDenied v.example.com"),
    Case(
      422, "application/json",
      status(
        422, "Invalid",
        "secrets \"a\" is forbidden: ValidatingAdmissionPolicy 'owners' with binding 'b' denied "
          + "request: no owner"), "admissionDenied owners"),
    Case(
      403, "application/json",
      status(403, "Forbidden", "pods \"a\" is forbidden: exceeded quota: q, requested: pods=1"),
      "forbidden - get namespaces [] - a"),
    Case(
      403, "application/json",
      status(
        403, "Forbidden",
        "clusters.x.io \"a\" is forbidden: User \"bob\" cannot update resource "
          + "\"clusters/accept\" in API group \"x.io\" at the cluster scope"),
      "forbidden bob update clusters/accept [x.io] - a"),
    Case(
      403, "application/json",
      status(
        403, "Forbidden", "forbidden: User \"bob\" cannot get path \"/readyz\": no RBAC policy"),
      "forbidden bob get /readyz [] - a"),
    Case(
      404, "application/json",
      status(404, "NotFound", "the server could not find the requested resource"),
      "resourceTypeMissing namespaces"),
    Case(
      413, "application/json", status(413, "RequestEntityTooLarge", "limit is 3145728"),
      "badRequest 413 RequestEntityTooLarge"),
    Case(410, "application/json", status(410, "Expired", "too old"), "gone"),
    Case(200, "application/json", "{", "decoding"),
  ]

  @Test(arguments: cases)
  func failure(_ test: Case) async {
    let hub = TestHub { request, _ in
      var answer = ScriptedTransport.Answer.text(test.body, status: test.status, type: test.type)
      answer.headers["Retry-After"] = "7"
      return answer
    }
    let outcome = await KubernetesClientTests.failure {
      try await hub.reader.get(.namespaces, "a")
    }
    #expect(outcome.hasPrefix(test.expected), "\(outcome)")
  }

  @Test func redirectToALoginPage() async {
    let hub = TestHub { _, _ in
      var answer = ScriptedTransport.Answer.text("", status: 302)
      answer.headers["Location"] = "https://login.example.com/"
      return answer
    }
    #expect(
      await KubernetesClientTests.failure { try await hub.reader.version() }
        == "notKubernetes it sent a redirection to https://login.example.com/")
  }

  /// The same words come from an API server that does not serve a group and from any other Go server.
  @Test func plainNotFoundOfAKubernetesServer() async throws {
    let missing = try Recording("notfound-path").answer
    let version = try Recording("version").answer
    let type = ResourceType(
      group: "nope.example.com", version: "v1", plural: "things", kind: "Thing",
      isNamespaced: false)
    let hub = TestHub { request, _ in request.path == "/version" ? version : missing }
    for _ in 1...2 {
      #expect(
        await KubernetesClientTests.failure { try await hub.reader.list(type) }
          == "resourceTypeMissing things.nope.example.com")
    }
    #expect(hub.requests.filter { $0.path == "/version" }.count == 1)
    #expect(
      await KubernetesClientTests.failure { try await hub.reader.getIfPresent(type, "a") }
        == "resourceTypeMissing things.nope.example.com")
  }

  @Test func plainNotFoundOfAnotherServer() async throws {
    let missing = try Recording("notfound-root").answer
    let hub = TestHub { _, _ in missing }
    #expect(
      await KubernetesClientTests.failure { try await hub.reader.list(.managedClusters) }
        == "notKubernetes it sent \"404 page not found\"")
  }

  @Test func absentObjectIsNil() async throws {
    let hub = TestHub(try Recording("notfound-object").answer)
    #expect(try await hub.reader.getIfPresent(.managedClusters, "nope") == nil)
  }

  @Test func errorsSayWhatWhereAndWhy() async throws {
    let hub = TestHub(try Recording("forbidden").answer)
    let error = await #expect(throws: KubernetesError.self) {
      try await hub.reader.list(.secrets, namespace: "default")
    }
    let context = try #require(error?.context)
    #expect(context.status == 403)
    #expect(context.reason == "Forbidden")
    #expect(
      error?.description
        == "cannot list secrets in namespace default on prod (https://hub.example.com:6443): "
        + "secrets is forbidden: User \"alice\" cannot list resource \"secrets\" in API group "
        + "\"\" in the namespace \"default\"")
  }

  @Test func secretsInTheServersWordsAreMasked() async throws {
    let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ"
    let hub = TestHub(
      .json(Self.status(400, "BadRequest", "cannot parse \(token)"), status: 400))
    let error = await #expect(throws: KubernetesError.self) {
      try await hub.reader.get(.secrets, "a", namespace: "n")
    }
    #expect(error?.description.contains("cannot parse") == true)
    #expect(error?.description.contains(token) == false)
  }

  @Test(arguments: [
    (KubernetesError.gone(.any), true), (.server(webhook: nil, .any), true),
    (.tooManyRequests(retryAfter: nil, .any), true),
    (.transport(.refused(host: "h", port: 1), .any), true),
    (.transport(.tls(TLSFailure(reason: .unknownAuthority, host: "h", port: 1)), .any), false),
    (
      .transport(
        .proxy(ProxyFailure(reason: .authenticationRequired, proxy: "p", target: "t")), .any),
      false
    ), (.unauthorized(.any), false), (.resourceTypeMissing(.secrets, .any), false),
    (.conflict(.any), false),
  ])
  func transience(_ error: KubernetesError, _ isTransient: Bool) {
    #expect(error.isTransient == isTransient)
  }
}

extension RequestContext {
  fileprivate static let any = RequestContext(
    verb: "get", path: "/", connection: ConnectionDescription(contextName: "c", server: "s"))
}
