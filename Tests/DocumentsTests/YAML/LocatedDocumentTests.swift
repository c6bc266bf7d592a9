import Documents
import Testing

@Suite struct LocatedDocumentTests {
  private let text = """
    # clusters
    defaults: &base
      mode: auto
      labels: {env: prod, "a.b/c": x}
    clusters:
    - name: one
      <<: *base
      mode: manual
    - name: two
      taints:
        - key: k
    again: *base
    ---
    kind: Other
    """

  private func document() throws -> LocatedDocument {
    try #require(try YAML.locatedDocuments(text, source: "fleet.yaml").first)
  }

  @Test(
    arguments: [
      ([], "2:1", "2:1"),
      (["defaults"], "2:11", "2:1"),
      (["defaults", "mode"], "3:9", "3:3"),
      (["defaults", "labels", "a.b/c"], "4:32", "4:23"),
      (["clusters"], "6:1", "5:1"),
      (["clusters", 0], "6:3", "6:3"),
      (["clusters", 0, "mode"], "8:9", "8:3"),
      (["clusters", 0, "labels"], "4:11", "4:3"),
      (["clusters", 1, "taints", 0, "key"], "11:12", "11:7"),
      (["again", "labels", "env"], "4:17", "4:12"),
    ] as [([PathElement], String, String)])
  func knowsWhereValuesAndKeysStand(path: [PathElement], value: String, key: String) throws {
    let document = try document()
    #expect(document.position(of: path).map { "\($0.line):\($0.column)" } == value)
    #expect(document.keyPosition(of: path).map { "\($0.line):\($0.column)" } == key)
  }

  @Test(
    arguments: [["nothing"], ["clusters", 2], ["clusters", "x"], ["defaults", "mode", "x"]]
      as [[PathElement]])
  func isNilWhereNothingIs(path: [PathElement]) throws {
    #expect(try document().position(of: path) == nil)
  }

  @Test func placesErrorsAtTheNearestValue() throws {
    let document = try document()
    let wrong = document.error("is wrong", at: ["clusters", 1, "name"])
    #expect(wrong.description == "fleet.yaml:9:3: is wrong")
    let missing = document.error(
      "kubeconfig is missing", at: ["clusters", 1, "access", "kubeconfig"])
    #expect(missing.description == "fleet.yaml:9:3: kubeconfig is missing")
  }

  @Test func knowsLaterDocuments() throws {
    let documents = try YAML.locatedDocuments(text)
    #expect(documents.count == 2)
    #expect(documents[1].value == ["kind": "Other"])
    #expect(documents[1].position(of: ["kind"]).map { $0.line } == 14)
  }

  @Test func hasNoPlacesForJSONThatYAMLDoesNotTake() throws {
    let document = try #require(try YAML.locatedDocuments(#"{"a":"\ud83d\ude00"}"#).first)
    #expect(document.value == ["a": "😀"])
    #expect(document.position(of: ["a"]) == nil)
    #expect(document.error("bad", at: ["a"]).line == nil)
  }
}
