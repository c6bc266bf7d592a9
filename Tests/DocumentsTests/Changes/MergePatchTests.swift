import Documents
import Testing

@Suite struct MergePatchTests {
  /// RFC 7386, appendix A: original, patch, result.
  @Test(arguments: [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, "null", "null"),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
    ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ])
  func appliesTheExamplesOfTheRFC(original: String, patch: String, result: String) throws {
    let patched = MergePatch.apply(try JSON.decode(patch), to: try JSON.decode(original))
    #expect(JSON.text(patched) == result)
  }

  /// RFC 7386, section 3.
  @Test func appliesTheLongExampleOfTheRFC() throws {
    let original = try JSON.decode(
      #"{"title":"Goodbye!","author":{"givenName":"John","familyName":"Doe"},"tags":["example","sample"],"content":"This will be unchanged"}"#
    )
    let patch = try JSON.decode(
      #"{"title":"Hello!","phoneNumber":"+01-123-456-7890","author":{"familyName":null},"tags":["example"]}"#
    )
    #expect(
      JSON.text(MergePatch.apply(patch, to: original))
        == #"{"title":"Hello!","author":{"givenName":"John"},"tags":["example"],"content":"This will be unchanged","phoneNumber":"+01-123-456-7890"}"#
    )
  }

  @Test(arguments: [
    (#"{"a":1}"#, #"{"a":2}"#, #"{"a":2}"#),
    (#"{"a":1,"b":2}"#, #"{"b":2}"#, #"{"a":null}"#),
    (#"{"a":{"x":1,"y":2}}"#, #"{"a":{"x":1,"y":3,"z":4}}"#, #"{"a":{"y":3,"z":4}}"#),
    (#"{"a":[1,2]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"{"a":{"x":1}}"#, #"{"a":{}}"#, #"{"a":{"x":null}}"#),
    (#"{"a":"t"}"#, #"{"a":{"x":1}}"#, #"{"a":{"x":1}}"#),
    ("[1]", "[2]", "[2]"),
    (#"{"a":1}"#, "5", "5"),
  ])
  func findsTheSmallestPatch(old: String, new: String, patch: String) throws {
    let (old, new) = (try JSON.decode(old), try JSON.decode(new))
    #expect(MergePatch.between(old, new).map { JSON.text($0) } == patch)
    #expect(MergePatch.between(old, new).map { MergePatch.apply($0, to: old) } == new)
  }

  @Test func isNilForEqualValues() {
    #expect(MergePatch.between(["a": 1, "b": [2]], ["b": [2], "a": 1]) == nil)
  }

  @Test func patchesBetweenRandomValuesLeadFromOneToTheOther() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<2000 {
      // A patch cannot set null within objects, so there is none in what it leads to.
      let old = Value.random(using: &generator)
      let new = MergePatch.apply(.random(using: &generator), to: .null)
      guard let patch = MergePatch.between(old, new) else {
        #expect(old == new)
        continue
      }
      #expect(MergePatch.apply(patch, to: old) == new)
    }
  }
}
