import Documents
import Testing

@testable import Sandbox

struct PatchTests {
  private let deployment: Value = [
    "spec": [
      "replicas": 1,
      "template": [
        "spec": [
          "containers": [
            ["name": "a", "image": "a:1", "env": [["name": "X", "value": "1"]]],
            ["name": "b", "image": "b:1"],
          ],
          "tolerations": [["key": "t"]],
        ]
      ],
    ],
    "metadata": ["finalizers": ["x/1", "x/2"]],
  ]

  private var schema: Schema {
    BuiltInTypes.standard.schema(group: "apps", version: "v1", kind: "Deployment")
  }

  private func containers(_ patch: Value) throws -> [Value] {
    let patched = try StrategicMerge.apply(
      ["spec": ["template": ["spec": patch]]], to: deployment, schema)
    return patched.at("spec", "template", "spec", "containers")?.array ?? []
  }

  @Test func strategicPatchesMergeListsByKey() throws {
    let result = try containers([
      "containers": [["name": "b", "image": "b:2"], ["name": "c", "image": "c:1"]]
    ])
    #expect(result.map { $0["image"] } == ["a:1", "b:2", "c:1"])
    #expect(result[0].at("env") == [["name": "X", "value": "1"]])
  }

  @Test func strategicPatchesDeleteAndReplaceElements() throws {
    let deleted = try containers(["containers": [["name": "a", "$patch": "delete"]]])
    #expect(deleted.map { $0["name"] } == ["b"])
    let replaced = try containers([
      "containers": [["$patch": "replace"], ["name": "z", "image": "z"]]
    ])
    #expect(replaced.map { $0["name"] } == ["z"])
  }

  @Test func strategicPatchesOrderElements() throws {
    let result = try containers([
      "$setElementOrder/containers": [["name": "b"], ["name": "a"]],
      "containers": [["name": "b", "image": "b:3"]],
    ])
    #expect(result.map { $0["name"] } == ["b", "a"])
  }

  @Test func strategicPatchesReplaceListsWithoutKey() throws {
    let patched = try StrategicMerge.apply(
      ["spec": ["template": ["spec": ["tolerations": [["key": "u"]]]]]], to: deployment, schema)
    #expect(patched.at("spec", "template", "spec", "tolerations") == [["key": "u"]])
  }

  @Test func strategicPatchesTreatSetsAsSets() throws {
    let patched = try StrategicMerge.apply(
      [
        "metadata": [
          "$deleteFromPrimitiveList/finalizers": ["x/1"], "finalizers": ["x/2", "x/3"],
        ]
      ], to: deployment, schema)
    #expect(patched.at("metadata", "finalizers") == ["x/2", "x/3"])
  }

  @Test func anElementWithoutItsKeyIsRefused() {
    #expect(throws: APIFailure.self) { try containers(["containers": [["image": "x"]]]) }
  }

  @Test(arguments: [
    (#"[{"op":"add","path":"/a/-","value":3}]"#, #"{"a":[1,2,3],"b":{"c/d":1}}"#),
    (#"[{"op":"add","path":"/a/0","value":0}]"#, #"{"a":[0,1,2],"b":{"c/d":1}}"#),
    (#"[{"op":"remove","path":"/b/c~1d"}]"#, #"{"a":[1,2],"b":{}}"#),
    (#"[{"op":"replace","path":"/a/1","value":9}]"#, #"{"a":[1,9],"b":{"c/d":1}}"#),
    (#"[{"op":"move","from":"/a","path":"/z"}]"#, #"{"b":{"c/d":1},"z":[1,2]}"#),
    (#"[{"op":"copy","from":"/a/0","path":"/n"}]"#, #"{"a":[1,2],"b":{"c/d":1},"n":1}"#),
    (#"[{"op":"test","path":"/a/0","value":1}]"#, #"{"a":[1,2],"b":{"c/d":1}}"#),
  ])
  func jsonPatchesChangeDocuments(_ patch: String, _ expected: String) throws {
    let document = try JSON.decode(#"{"a":[1,2],"b":{"c/d":1}}"#)
    let result = try JSONPatch(JSON.decode(patch)).apply(to: document)
    #expect(try result == JSON.decode(expected))
  }

  @Test(arguments: [
    #"[{"op":"remove","path":"/x"}]"#, #"[{"op":"replace","path":"/x","value":1}]"#,
    #"[{"op":"add","path":"/a/7","value":1}]"#, #"[{"op":"test","path":"/a","value":1}]"#,
    #"[{"op":"dance","path":"/a"}]"#,
  ])
  func jsonPatchesThatDoNotFitAreInvalid(_ patch: String) throws {
    let patch = try JSONPatch(JSON.decode(patch))
    do {
      _ = try patch.apply(to: ["a": [1, 2]])
      Issue.record("the patch was applied")
    } catch {
      #expect(error.code == 422)
    }
  }
}
