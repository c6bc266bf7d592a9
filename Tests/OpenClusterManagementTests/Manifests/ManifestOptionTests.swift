import Testing

@testable import OpenClusterManagement

@Suite("Options as users write them")
struct ManifestOptionTests {
  @Test(
    "versions", arguments: [("1.3.1", "v1.3.1"), ("v0.16.0", "v0.16.0"), ("1.10.0", "v1.10.0")])
  func versions(text: String, tag: String) throws {
    #expect(try OCMVersion(parsing: text).imageTag == tag)
  }

  @Test(
    "no versions",
    arguments: ["", "1.3", "latest", "1.3.x", "1.3.1-rc1", "1..1", "+1.3.1", "1.3.1.0"])
  func noVersions(_ text: String) {
    #expect(throws: ManifestOptionError.notAVersion(text)) { try OCMVersion(parsing: text) }
  }

  @Test("versions that are too old, and their order")
  func oldVersions() {
    #expect(throws: ManifestOptionError.self) { try OCMVersion(parsing: "0.10.9") }
    #expect(OCMVersion(major: 0, minor: 16, patch: 0) < OCMVersion(major: 1, minor: 0, patch: 0))
    #expect(OCMVersion(major: 1, minor: 9, patch: 0) < OCMVersion(major: 1, minor: 10, patch: 0))
  }

  @Test("images of each mode")
  func images() {
    let images = ImageSource(
      registry: "r.example/x//", overrides: [.registration: "r.example/reg@sha256:1"])
    #expect(images.agentImages(for: .singleton) == ["r.example/x/registration-operator:v1.3.1"])
    #expect(
      images.agentImages(for: .hosted) == [
        "r.example/x/registration-operator:v1.3.1", "r.example/reg@sha256:1",
        "r.example/x/work:v1.3.1",
      ])
    #expect(images.hubImages.count == 5)
  }

  @Test("a gate goes to every component that knows it")
  func featureGates() throws {
    let gates = try FeatureGates(
      parsing: ["V1beta1CSRAPICompatibility=true"], for: FeatureGates.Component.allCases)
    #expect(Set(gates.switches.keys) == [.agentRegistration, .hubRegistration])
  }

  @Test(
    "gates that are none", arguments: ["ClusterClaim", "ClusterClaim=yes", "=true", "A=true=b", ""])
  func badGates(_ text: String) {
    #expect(throws: ManifestOptionError.notAFeatureGate(text)) {
      try FeatureGates(parsing: [text], for: FeatureGates.Component.agent)
    }
  }

  @Test("an unknown gate is refused with those that are known")
  func unknownGate() throws {
    let error = try #require(throws: ManifestOptionError.self) {
      try FeatureGates(parsing: ["DefaultClusterSet=true"], for: FeatureGates.Component.agent)
    }
    #expect(error.description.contains("ClusterClaim"))
    #expect(!error.description.contains("ResourceCleanup"))
  }

  @Test("quantities", arguments: ["1", "100m", "0.5", ".5", "2Gi", "1e3", "1E", "3k"])
  func quantities(_ text: String) throws {
    #expect(
      try ResourceRequirement.checked(requests: ["cpu": text], limits: [:])
        == .quantities(requests: ["cpu": text], limits: [:]))
  }

  @Test("no quantities", arguments: ["", "many", "1GiB", "1 Gi", "Gi", "1,5", "--1"])
  func noQuantities(_ text: String) {
    #expect(throws: ManifestOptionError.notAQuantity(text)) {
      try ResourceRequirement.checked(requests: [:], limits: ["cpu": text])
    }
  }

  @Test(
    "tolerations as kubectl taint writes them",
    arguments: [
      ("a", NodePlacement.Toleration(key: "a")),
      ("a:NoSchedule", .init(key: "a", effect: "NoSchedule")),
      ("a=b", .init(key: "a", value: "b")),
      ("a.b/c=d:NoExecute", .init(key: "a.b/c", value: "d", effect: "NoExecute")),
    ])
  func tolerations(text: String, toleration: NodePlacement.Toleration) throws {
    #expect(try NodePlacement.Toleration(parsing: text) == toleration)
  }

  @Test("no tolerations", arguments: ["", ":NoSchedule", "a:Never", "a=b=c", "a:b:c"])
  func noTolerations(_ text: String) {
    #expect(throws: ManifestOptionError.notAToleration(text)) {
      try NodePlacement.Toleration(parsing: text)
    }
  }
}
