import Documents
import Testing

@testable import Workflows

/// Statuses as the deployment controller of Kubernetes 1.36 writes them while a Deployment rolls.
@Suite struct DeploymentRolloutTests {
  private func remainder(
    generation: Int = 2, replicas: Int = 1, _ status: [String: Int]
  ) -> String? {
    var deployment: Value = [
      "metadata": ["generation": .integer(generation)], "spec": ["replicas": .integer(replicas)],
    ]
    for (key, number) in status { deployment.set(.integer(number), at: "status", key) }
    return DeploymentRollout(deployment: deployment).remainder
  }

  @Test func isDoneWhenEveryPodIsNewAndAvailable() {
    let status = [
      "observedGeneration": 2, "replicas": 1, "updatedReplicas": 1, "readyReplicas": 1,
      "availableReplicas": 1,
    ]
    #expect(remainder(status) == nil)
    #expect(remainder(replicas: 0, ["observedGeneration": 2]) == nil)
  }

  /// The pod of before is ready; nothing of the change runs.
  @Test func doesNotTakeTheOldPodsForTheNewOnes() {
    #expect(
      remainder(["observedGeneration": 1, "replicas": 1, "updatedReplicas": 1, "readyReplicas": 1])?
        .contains("not been looked at") == true)
    #expect(
      remainder(["observedGeneration": 2, "replicas": 1, "readyReplicas": 1])?
        .contains("0 of 1 pods run the latest change") == true)
    #expect(
      remainder([
        "observedGeneration": 2, "replicas": 2, "updatedReplicas": 1, "availableReplicas": 2,
      ])?.contains("a pod from before") == true)
  }

  @Test func waitsUntilTheNewPodsAreAvailable() {
    #expect(
      remainder(["observedGeneration": 2, "replicas": 1, "updatedReplicas": 1])
        == "0 of 1 pods are available")
  }
}
