import Foundation
import LoopbackHosts
import Testing

/// What belongs to a cluster that mcctl makes, beside making it: the distribution's own checks.
@Suite(
  "Created clusters", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct CreatedClusterStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, body)
  }

  private static let tasks = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: opstasks.trident.apsara-stack.alibaba-inc.com}
    spec:
      group: trident.apsara-stack.alibaba-inc.com
      names: {plural: opstasks, singular: opstask, kind: OpsTask, listKind: OpsTaskList}
      scope: Namespaced
      versions:
      - name: v1alpha1
        served: true
        storage: true
        schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
    ---
    apiVersion: v1
    kind: Namespace
    metadata: {name: acs-system}
    """
  private static let task = """
    apiVersion: trident.apsara-stack.alibaba-inc.com/v1alpha1
    kind: OpsTask
    metadata: {name: network, namespace: acs-system}
    status:
      lastInstanceStatus:
        completion: "2026-01-01T00:00:00Z"
        testResults:
        - {testName: pod-network, status: pass}
        - {testName: node-network, status: fail, level: error, message: 节点 n1 不可达, solution: check the cables}
    """

  @Test(
    "ACK Distro's own checks are asked for, and those that fail are named; the cluster is registered"
  )
  func distributionHealth() async throws {
    try await room { room in
      let trident = clusters.folder.appending(path: "trident")
      try Data("#!/bin/sh\necho \"$1: etcd is slow\"\nexit 3\n".utf8).write(to: trident)
      try room.master.install(trident, as: "/usr/local/bin/trident")
      try await room.created()
      let words = try await room.create()
      #expect(words.stderr.contains("trident health-check fails with exit status 3"), "\(words)")
      #expect(words.stderr.contains("health-check: etcd is slow"), "\(words)")

      try await clusters.must(clusters.first, "apply", "-f", "-", input: Self.tasks)
      let isServed = try await Story.eventually(within: 30) {
        try await clusters.kubectl(clusters.first, "get", "opstasks", "-A").status == 0
      }
      try #require(isServed)
      try await clusters.must(clusters.first, "create", "-f", "-", input: Self.task)
      let told = try await room.create()
      #expect(told.status == 0, "\(told)")
      #expect(told.stderr.contains("1 of 2 checks fail: node-network"), "\(told)")
      #expect(
        told.stderr.contains("node-network (error): 节点 n1 不可达; check the cables"), "\(told)")

      try await clusters.must(clusters.first, "delete", "-f", "-", input: Self.tasks)
      let destroyed = try await room.destroy()
      #expect(destroyed.status == 0, "\(destroyed)")
    }
  }
}
