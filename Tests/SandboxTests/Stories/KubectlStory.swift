import Documents
import Foundation
import Testing

@testable import Sandbox

/// A real kubectl against a sandbox over the network.
@Suite(
  .enabled(if: Kubectl.path != nil, "kubectl is not on PATH; Tests/run.sh installs one"),
  .timeLimit(.minutes(5)))
struct KubectlStory {
  private func story(
    isHubPrepared: Bool = false, _ body: (Kubectl, SandboxFleet) async throws -> Void
  ) async throws {
    try await RunningFleet.with(isHubPrepared: isHubPrepared) { fleet, members, directory in
      try await body(Kubectl(kubeconfig: members[0].kubeconfig, home: directory), fleet)
    }
  }

  private let map = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: m, namespace: default}
    data: {a: "1"}
    """

  @Test func objectsAreAppliedChangedAndDeleted() async throws {
    try await story { kubectl, _ in
      #expect(try await kubectl("apply", "-f", "-", input: map).output == "configmap/m created\n")
      let again = try await kubectl("apply", "-f", "-", input: map)
      #expect(again.output == "configmap/m unchanged\n")
      let patched = try await kubectl("patch", "cm", "m", "-p", #"{"data":{"b":"2"}}"#)
      #expect(patched.output == "configmap/m patched\n")
      let data = try await kubectl("get", "cm", "m", "-o", "jsonpath={.data}")
      #expect(data.output == #"{"a":"1","b":"2"}"#)
      let deleted = try await kubectl("delete", "cm", "m", "--wait", "--timeout=30s")
      #expect(deleted.status == 0)
      let gone = try await kubectl("get", "cm", "m")
      #expect(gone.errors == "Error from server (NotFound): configmaps \"m\" not found\n")
    }
  }

  @Test func serverSideApplyTellsConflicts() async throws {
    try await story { kubectl, _ in
      let applied = try await kubectl("apply", "--server-side", "-f", "-", input: map)
      #expect(applied.output == "configmap/m serverside-applied\n")
      let other = map.replacing("\"1\"", with: "\"9\"")
      let refused = try await kubectl(
        "apply", "--server-side", "--field-manager=other", "-f", "-", input: other)
      #expect(refused.status != 0)
      #expect(
        refused.errors.hasPrefix(
          "error: Apply failed with 1 conflict: conflict with \"kubectl\": .data.a"))
      let forced = try await kubectl(
        "apply", "--server-side", "--field-manager=other", "--force-conflicts", "-f", "-",
        input: other)
      #expect(forced.status == 0)
    }
  }

  @Test func typedCommandsAreUnderstood() async throws {
    try await story { kubectl, _ in
      for command in [
        ["create", "namespace", "n"],
        ["create", "secret", "generic", "s", "-n", "n", "--from-literal=k=v"],
        ["create", "deployment", "d", "-n", "n", "--image=nginx"],
        ["create", "serviceaccount", "sa", "-n", "n"],
        ["create", "clusterrole", "r", "--verb=get,list", "--resource=pods"],
        ["create", "clusterrolebinding", "r", "--clusterrole=r", "--serviceaccount=n:sa"],
        ["scale", "deployment", "d", "-n", "n", "--replicas=2"],
        ["label", "namespace", "n", "a=b"], ["create", "token", "sa", "-n", "n"],
      ] {
        let outcome = try await kubectl.run(command)
        #expect(outcome.status == 0, "kubectl \(command.joined(separator: " ")): \(outcome.errors)")
      }
      let value = try await kubectl(
        "get", "secret", "s", "-n", "n", "-o", "jsonpath={.data.k}{.type}")
      #expect(value.output == "dg==Opaque")
      let may = "system:serviceaccount:n:sa"
      #expect(try await kubectl("auth", "can-i", "list", "pods", "--as", may).output == "yes\n")
      #expect(
        try await kubectl("auth", "can-i", "list", "nodes", "--as", may).output.contains("no"))
      let removed = try await kubectl("delete", "namespace", "n", "--wait", "--timeout=60s")
      #expect(removed.status == 0)
      #expect(try await kubectl("get", "namespace", "n").status == 1)
    }
  }

  @Test func resourcesAreDiscoveredAndExplained() async throws {
    try await story(isHubPrepared: true) { kubectl, _ in
      let resources = try await kubectl("api-resources", "-o", "name").output
      for name in [
        "pods", "deployments.apps", "managedclusters.cluster.open-cluster-management.io",
      ] {
        #expect(resources.split(separator: "\n").contains { $0 == name })
      }
      let pods = try await kubectl("explain", "pods.spec.containers.ports")
      #expect(pods.output.contains("FIELD: ports <[]ContainerPort>"))
      #expect(pods.output.contains("containerPort\t<integer> -required-"))
      let clusters = try await kubectl("explain", "managedclusters.spec")
      #expect(clusters.output.contains("hubAcceptsClient\t<boolean>"))
    }
  }

  @Test func watchesShowChangesAsTheyHappen() async throws {
    try await story { kubectl, fleet in
      let client = fleet.servers[0].localClient(userAgent: "test")
      _ = try await client.create(.configMaps, ["metadata": ["name": "w"]], "default")
      // The watch is served until its timeout; what happens meanwhile comes through it.
      async let watched = kubectl(
        "get", "configmap", "w", "--watch", "--request-timeout=3s", "-o", "jsonpath={.data.k} ")
      for index in 0..<200 {
        _ = try await client.patch(
          .configMaps, "w", "default", merge: ["data": ["k": .string("v\(index)")]],
          subresource: nil)
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(try await watched.output.split(separator: " ").count > 2)
    }
  }
}
