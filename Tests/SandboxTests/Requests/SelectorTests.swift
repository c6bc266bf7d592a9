import Documents
import Testing

@testable import Sandbox

struct SelectorTests {
  private let object: Value = [
    "metadata": ["name": "a", "labels": ["app": "web", "tier": "front", "size": "5"]],
    "status": ["phase": "Running"],
  ]

  @Test(arguments: [
    ("", true), ("app=web", true), ("app==web", true), ("app!=web", false), ("app", true),
    ("!app", false), ("!other", true), ("other", false), ("app in (web, db)", true),
    ("app notin (web)", false), ("other notin (web)", true), ("other!=x", true),
    ("app=web,tier=back", false), ("size>4", true), ("size<5", false), ("app in (db),tier", false),
    ("x.example.com/y=", false), ("app=", false),
  ])
  func labelsAreSelected(_ text: String, _ matches: Bool) throws {
    #expect(try LabelSelector(text).matches(object) == matches)
  }

  @Test(arguments: [
    ("a===b", "unable to parse requirement: found '=', expected: identifier"),
    ("a in b", "unable to parse requirement: found 'b', expected: '('"),
    ("a,", "unable to parse requirement: found '', expected: identifier after ','"),
    ("=b", "unable to parse requirement: found '=', expected: identifier"),
  ])
  func labelSelectorsThatAreNoneAreRefused(_ text: String, _ message: String) {
    #expect(throws: APIFailure.self) { try LabelSelector(text) }
    do { _ = try LabelSelector(text) } catch { #expect(error.message == message) }
  }

  @Test(arguments: [
    ("metadata.name=a", true), ("metadata.name!=a", false), ("status.phase==Running", true),
    ("status.phase=Running,metadata.name=b", false), ("spec.nodeName=", true),
  ])
  func fieldsAreSelected(_ text: String, _ matches: Bool) throws {
    #expect(try FieldSelector(text).matches(object) == matches)
  }

  @Test func fieldsThatAResourceDoesNotSelectByAreRefused() async throws {
    let server = try TestServer()
    let answer = await server.get("/api/v1/configmaps?fieldSelector=data.a%3Db")
    #expect(answer.status == 400)
    #expect(answer.message == "field label not supported: data.a")
  }

  @Test func matchExpressionsSelect() {
    let selector = LabelSelector(object: [
      "matchLabels": ["app": "web"],
      "matchExpressions": [
        ["key": "tier", "operator": "In", "values": ["front", "back"]],
        ["key": "gone", "operator": "DoesNotExist"],
      ],
    ])
    #expect(selector.matches(object))
    #expect(!selector.matches(["metadata": ["labels": ["app": "web"]]]))
  }
}
