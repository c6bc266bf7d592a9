import Testing

@testable import KubernetesClient

@Suite struct WarningTests {
  @Test(arguments: [
    (#"299 - "unknown field \"spec.bogus\"""#, [#"unknown field "spec.bogus""#]),
    (#"299 - "a, b", 299 - "c\\d""#, ["a, b", #"c\d"#]),
    (#"299 kube-apiserver "x" "Mon, 01 Jan 2024 00:00:00 GMT""#, ["x"]),
    (#"299 - "not closed"#, ["not closed"]),
    ("199 - other", []),
    ("", []),
  ])
  func texts(_ header: String, _ texts: [String]) {
    #expect(WarningLog.texts(header) == texts)
  }

  @Test func eachOnceAndOnEveryKindOfAnswer() async throws {
    let hub = TestHub { request, _ in
      var answer = ScriptedTransport.Answer.json(#"{"kind":"XList","items":[]}"#)
      answer.headers.append("Warning", #"299 - "v1 Endpoints is deprecated""#)
      answer.headers.append("Warning", #"299 - "of \#(request.path)""#)
      return answer
    }
    _ = try await hub.reader.list(.endpoints)
    _ = try await hub.reader.list(.endpoints)
    _ = try await hub.reader.list(.services, ListOptions(fromCache: true))
    #expect(
      hub.warnings.all.map(\.text) == [
        "v1 Endpoints is deprecated", "of /api/v1/endpoints", "of /api/v1/services",
      ])
    #expect(hub.warnings.all.first?.connection.contextName == "prod")
  }
}
