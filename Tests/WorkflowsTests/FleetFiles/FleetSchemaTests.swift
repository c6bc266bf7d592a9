import Documents
import Testing

@testable import Workflows

/// The schema and the reader are made from one grammar; these tests hold that the grammar has no member
/// that reading forgets.
@Suite("The fleet file's JSON Schema")
struct FleetSchemaTests {
  @Test("allows nothing beside what it lists, at any depth")
  func closed() {
    var objects = 0
    func walk(_ schema: Value) {
      if let properties = schema["properties"]?.object {
        objects += 1
        #expect(schema["additionalProperties"] == false)
        for (_, property) in properties { walk(property) }
      }
      if let items = schema["items"] { walk(items) }
    }
    walk(FleetSchema.document)
    #expect(objects > 8)
  }

  @Test(
    "Every setting of a cluster makes a difference when it is read",
    arguments: samples.keys.sorted())
  func everySettingIsRead(setting: String) throws {
    let value = try #require(Self.samples[setting])
    let text = """
      apiVersion: mcctl.dev/v1
      kind: Fleet
      spec:
        clusters:
        - name: c1
          \(setting): \(value)
      """
    let fleet = try Workflows.Fleet(parsing: Array(text.utf8), source: "fleet.yaml")
    #expect(fleet.clusters.first != FleetCluster(["name": "c1"]))
  }

  @Test("Every setting has a sample")
  func samplesAreComplete() {
    #expect(Set(FleetGrammar.settings.map(\.name)) == Set(Self.samples.keys))
  }

  static let samples = [
    "mode": "manual", "kubeconfig": "{file: k}", "context": "c",
    "kubeconfigSecret": "{namespace: ns, name: s}", "labels": "{a: b}", "annotations": "{a: b}",
    "clusterset": "s", "gates": "[g]", "addons": "[a]", "url": "https://c1", "caFile": "ca",
    "token": "${T}", "tokenTTL": "1h", "keepCredential": "true", "agent": "{mode: Default}",
  ]
}
