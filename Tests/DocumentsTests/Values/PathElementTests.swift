import Documents
import Testing

@Suite struct PathElementTests {
  @Test(
    arguments: [
      ([], "."),
      (["spec", "taints", 0, "key"], ".spec.taints[0].key"),
      (["metadata", "labels", "a.b/c"], #".metadata.labels["a.b/c"]"#),
      ([0, "x-y_z9"], "[0].x-y_z9"),
      (["9a"], #"["9a"]"#),
      ([""], #"[""]"#),
      (["say \"hi\""], #"["say \"hi\""]"#),
      (["日本"], #"["日本"]"#),
    ] as [([PathElement], String)])
  func isWrittenAsPeopleWriteIt(path: [PathElement], text: String) {
    #expect(path.pathText == text)
  }
}
