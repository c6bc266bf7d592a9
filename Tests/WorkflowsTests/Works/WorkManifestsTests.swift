import Documents
import Testing

@testable import Workflows

@Suite struct WorkManifestsTests {
  private static let map: Value = [
    "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a", "namespace": "default"],
  ]

  private func request(_ manifests: [Value], name: String = "w") -> ApplyWorkRequest {
    ApplyWorkRequest(cluster: "c1", name: name, manifests: manifests)
  }

  @Test func acceptsAProperWork() throws {
    try request([Self.map]).validate()
  }

  @Test(arguments: ["", "Upper", "with space", String(repeating: "x", count: 189)])
  func refusesNames(name: String) {
    #expect(throws: WorkInvalid.name(name)) { try request([Self.map], name: name).validate() }
  }

  @Test func refusesWhatOCMRefuses() {
    #expect(throws: WorkInvalid.nothing) { try request([]).validate() }
    #expect(throws: WorkInvalid.duplicate("ConfigMap.v1 default/a")) {
      try request([Self.map, Self.map]).validate()
    }
    #expect(throws: WorkInvalid.incomplete(index: 0, field: "metadata.name")) {
      try request([["apiVersion": "v1", "kind": "ConfigMap"]]).validate()
    }
    #expect(throws: WorkInvalid.generatedName(index: 0)) {
      try request([["apiVersion": "v1", "kind": "X", "metadata": ["generateName": "a-"]]])
        .validate()
    }
    var large = Self.map
    large.set(.string(String(repeating: "x", count: 520_000)), at: "data", "k")
    #expect(throws: WorkInvalid.self) { try request([large]).validate() }
  }
}
