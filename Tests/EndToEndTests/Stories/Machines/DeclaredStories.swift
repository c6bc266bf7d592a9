import Foundation
import LoopbackHosts
import Testing

/// Clusters that are declared on the hub are brought about by one pass.
@Suite(
  "Declared clusters", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct DeclaredStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, more: ["n2"], body)
  }

  /// Runs `mcctl create --declared`.
  private func pass(_ room: MachineRoom, _ more: String...) async throws -> Outcome {
    try await clusters.mcctl(["create", "--declared"] + more, environment: room.environment)
  }

  private func annotate(_ name: String, _ text: String) async throws {
    try await clusters.must(
      clusters.hub, "annotate", "managedcluster", name, "--overwrite", text)
  }

  /// Declares the room's cluster, with nothing but kubectl.
  private func declare(_ room: MachineRoom) async throws {
    let name = room.name
    try await clusters.must(clusters.hub, "create", "namespace", name)
    try await clusters.must(
      clusters.hub, "label", "namespace", name, "open-cluster-management.io/cluster-name=\(name)")
    try await clusters.must(
      clusters.hub, "create", "secret", "generic", "mcctl-cluster", "-n", name,
      "--type=mcctl.dev/cluster", "--from-file=specification=\(try room.describe())")
    try await clusters.must(
      clusters.hub, "create", "-f", "-",
      input: """
        apiVersion: cluster.open-cluster-management.io/v1
        kind: ManagedCluster
        metadata:
          name: \(name)
          annotations: {mcctl.dev/cluster: Managed}
          finalizers: [mcctl.dev/unregister]
        spec: {hubAcceptsClient: true}
        """)
  }

  /// A command changes the declaration, too; a change of the declaration alone is refused.
  private func change(_ room: MachineRoom) async throws {
    let new = try room.hosts["n2"].address
    let scaled = try await room.mcctl("scale", "--add-nodes", new)
    #expect(scaled.status == 0, "\(scaled)")
    let settled = try await pass(room, room.name, "-o", "json")
    #expect(settled.status == 0 && settled.stdout.contains("\"unchanged\""), "\(settled)")

    let text = try await clusters.must(
      clusters.hub, "get", "secret", "mcctl-cluster", "-n", room.name, "-o",
      "jsonpath={.data.specification}")
    let declared = String(decoding: try #require(Data(base64Encoded: text)), as: UTF8.self)
    for (specification, status) in [
      (declared.replacing(MachineRoom.image, with: "registry.example/other:1"), Int32(3)),
      (declared, 0),
    ] {
      try await clusters.must(
        clusters.hub, "patch", "secret", "mcctl-cluster", "-n", room.name, "--type=merge", "-p",
        "{\"data\": {\"specification\": \"\(Data(specification.utf8).base64EncodedString())\"}}")
      let looked = try await pass(room, room.name)
      #expect(looked.status == status, "\(looked)")
      #expect(
        looked.stderr.contains("mcctl upgrade \(room.name)") == (status == 3), "\(looked)")
    }
  }

  @Test(
    "Declared with kubectl, a cluster is created by a pass, left alone by the next, and destroyed by two words"
  )
  func life() async throws {
    try await room { room in
      let none = try await pass(room)
      #expect(none.status == 0 && none.stderr.contains("no cluster is declared"), "\(none)")
      try await room.leavingNothing {
        try await declare(room)
        let before = try clusters.writes().count
        let planned = try await pass(room, "--dry-run")
        #expect(planned.status == 0 && planned.stdout.contains("is to be created"), "\(planned)")
        #expect(try clusters.writes().count == before)
        let created = try await pass(room)
        try #require(created.status == 0, "\(created)")
        #expect(try await room.record(".metadata.labels.mcctl\\.dev/created") == "true")
        let settled = try await pass(room, "--dry-run")
        #expect(settled.stdout.contains("is as it is declared"), "\(settled)")
        let again = try await pass(room, room.name, "-o", "json")
        #expect(again.status == 0 && again.stdout.contains("\"unchanged\""), "\(again)")
        #expect(room.installations == 1)
        try await change(room)

        try await annotate(room.name, "mcctl.dev/destroy=true")
        let mistaken = try await pass(room, "--yes")
        #expect(mistaken.status == 3 && mistaken.stderr.contains("has to say"), "\(mistaken)")
        try await annotate(room.name, "mcctl.dev/destroy=\(room.name)")
        let unsaid = try await pass(room)
        #expect(unsaid.status == 3 && unsaid.stderr.contains("confirmation.needed"), "\(unsaid)")
        #expect(room.master.text("/etc/kubernetes/admin.conf") != nil)
        let destroyed = try await pass(room, "--yes")
        #expect(destroyed.status == 0, "\(destroyed)")
      }
      let gone = try await pass(room, room.name)
      #expect(gone.status == 8 && gone.stderr.contains("declared.missing"), "\(gone)")
    }
  }
}
