import Documents
import Testing

@testable import Sandbox

/// Sends every recorded request to the sandbox, in the order in which they went to a real API
/// server, and compares the answers field by field.
struct ReplayTests {
  @Test func everyRecordingIsReplayed() throws {
    #expect(Set(RecordedSession.steps.flatMap(\.recordings)) == (try Recording.allNames()))
  }

  @Test func sandboxAnswersAsTheRecordedServerDid() async throws {
    let session = try await RecordedSession()
    for step in RecordedSession.steps {
      try await step.prepare(session)
      for name in step.recordings { try await replay(name, session) }
    }
  }

  private func replay(_ name: String, _ session: RecordedSession) async throws {
    let recording = try Recording(name)
    var headers = recording.headers
    if name.hasPrefix("anonymous") { headers["x-test-anonymous"] = "1" }
    let answer = await session.server.send(
      recording.method, session.current(recording.target), headers: headers,
      body: session.current(recording.requestBody))
    session.remember(name, answer)
    #expect(answer.status == recording.status, "\(name)")
    for header in ["content-type", "warning"] {
      #expect(answer.header(header) == recording.answerHeaders[header], "\(name)")
    }
    let found = Self.document(answer, like: recording.body)
    let differences = Normalizing.differences(
      Normalizing.value(session.expected(name, recording.body)),
      Normalizing.value(session.expected(name, found)))
    #expect(differences.isEmpty, "\(name): \(differences.prefix(8).joined(separator: "\n"))")
  }

  private static func document(_ answer: TestServer.Answer, like expected: Value) -> Value {
    switch expected {
    case .string: .string(answer.text)
    case .array: .array(answer.events)
    default: answer.body
    }
  }
}
