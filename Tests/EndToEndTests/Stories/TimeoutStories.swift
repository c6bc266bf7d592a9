import Foundation
import Testing

/// Whatever the time runs out on, the error names it, and the next run goes on from there.
@Suite(
  "Timeouts", .serialized, .clusters(1, flags: ["--hub-prepared"]),
  .enabled(if: !Clusters.areLive, "only the sandbox can be made to stumble"))
struct TimeoutStories {
  let clusters: Clusters
  /// A time in which a healthy sandbox is through with everything up to the agent's request.
  private let short = ["--timeout", "3s"]

  init() throws {
    clusters = try .required()
  }

  @Test("Reading: which server does not answer, and that nothing was changed")
  func reading() async throws {
    let before = try clusters.writes().count
    try await clusters.withFaults(clusters.hub, "latency=8000,path=managedclusters") {
      for (arguments, place) in [
        (["status"], "hub (https://127.0.0.1:"),
        (Story.importing("edge-1", clusters.first), "cluster1 (https://127.0.0.1:"),
      ] {
        let outcome = try await clusters.mcctl(arguments + ["--timeout", "1s"])
        #expect(outcome.status == 5 && outcome.stdout == "", "\(outcome)")
        for words in ["timed out after 1s", place, "nothing was changed", "wait.timed-out"] {
          #expect(outcome.stderr.contains(words), "\(words) is missing: \(outcome)")
        }
      }
      let request = try await clusters.mcctl("status", "--request-timeout", "500ms")
      #expect(request.status == 5, "\(request)")
      #expect(request.stderr.contains("did not begin to answer within 500ms"), "\(request)")
      #expect(request.stderr.contains("cluster.request-timed-out"), "\(request)")
    }
    #expect(try clusters.writes().count == before)
  }

  @Test("Import and delete: each thing that they can wait for; the next run goes on from there")
  func working() async throws {
    let name = Story.clusterName()
    for phase in Self.importPhases {
      try await check(phase, Story.importing(name, clusters.first), name)
    }
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    #expect(imported.status == 0, "\(imported)")
    let finalizers = #"/metadata/finalizers"#
    try await patch(name, #"{"op":"add","path":"\#(finalizers)/0","value":"example.com/backup"}"#)
    try await check(Self.heldDelete, Story.deleting(name, clusters.first), name)
    try await patch(name, #"{"op":"remove","path":"\#(finalizers)/0"}"#)
    try await check(Self.stumblingDelete, Story.deleting(name, clusters.first), name)
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  private func check(_ phase: Phase, _ arguments: [String], _ name: String) async throws {
    let kubeconfig = phase.isOnHub ? clusters.hub : clusters.first
    try await clusters.withFaults(kubeconfig, phase.fault.replacing("NAME", with: name)) {
      let outcome = try await clusters.mcctl(arguments + short)
      #expect(outcome.status == 5 && outcome.stdout == "", "\(outcome)")
      for words in phase.words + ["timed out after 3s", "where", "next", "wait.timed-out"] {
        let expected = words.replacing("NAME", with: name)
        #expect(outcome.stderr.contains(expected), "\(expected) is missing: \(outcome)")
      }
    }
  }

  private func patch(_ name: String, _ operation: String) async throws {
    let outcome = try await clusters.kubectl(
      clusters.hub, "patch", "managedcluster", name, "--type=json", "-p", "[\(operation)]")
    try #require(outcome.status == 0, "\(outcome)")
  }

  /// Something that is waited for in vain.
  struct Phase: Sendable {
    /// Where it goes wrong.
    let isOnHub: Bool
    /// What goes wrong there; `NAME` is the cluster's.
    let fault: String
    /// What the error must name.
    let words: [String]
  }

  static let importPhases = [
    Phase(
      isOnHub: false, fault: "status=500,method=POST|PATCH,path=/deployments",
      words: [
        "the step \"install the agent's operator\"", "managed cluster NAME (context cluster1",
      ]),
    Phase(
      isOnHub: true, fault: "status=500,method=POST,path=/certificatesigningrequests",
      words: [
        "the certificate request of NAME's agent", "the agent has not asked yet",
        "kubectl --context hub get csr", "done    ",
      ]),
    Phase(
      isOnHub: true, fault: "status=500,method=PUT|PATCH,path=/managedclusters/NAME/status",
      words: ["NAME", "done    ", "accept NAME"]),
  ]

  /// A finalizer of somebody's; nothing goes wrong.
  static let heldDelete = Phase(
    isOnHub: true, fault: "latency=1,path=/nothing", words: ["example.com/backup"])

  static let stumblingDelete = Phase(
    isOnHub: false, fault: "status=500,method=DELETE,path=klusterlets",
    words: ["the step \"remove the agent\"", "managed cluster NAME"])
}
