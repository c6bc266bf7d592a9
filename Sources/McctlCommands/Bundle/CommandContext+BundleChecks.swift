import KubernetesClient
import OpenClusterManagement
import Workflows

extension CommandContext {
  /// Makes the checks of a bundle: what can be seen without asking, and what the hub and the managed
  /// cluster say when there is a way to them.
  func bundleChecks(
    _ path: String, _ hub: HubOptions, _ cluster: ManagedClusterOptions, _ time: TimeOptions
  ) async throws -> (checks: [BundleCheck], cluster: String) {
    let found = try BundleReader(path: path).read()
    let verification = BundleVerification(found, now: invocation.now)
    var checks = verification.checks()
    if hub.kubeconfig != nil || hub.context != nil {
      let access = try self.hub(hub)
      let options = try clientOptions(hub)
      checks += await verification.checks(atHub: access.server) {
        try invocation.connect($0, options).reader
      }
    }
    if let managed = try managedCluster(cluster, hub) {
      checks.append(try await bundleDryRun(verification, managed, time))
    }
    return (checks, found.description.cluster)
  }

  private func bundleDryRun(
    _ verification: BundleVerification, _ managed: ClusterAccess, _ time: TimeOptions
  ) async throws -> BundleCheck {
    let runner = PlanRunner(
      mode: .serverDryRun, deadline: .after(try time.budget(invocation)),
      sink: reporter, now: invocation.now)
    do {
      let workflow = BundleDryRun(try verification.manifests())
      // There is one cluster in this, and it is the managed one.
      let result = try await runner.run(workflow, on: Clusters(hub: managed, managed: managed))
      guard let report = result.report else { throw CancellationError() }
      return report.check
    } catch let error as WorkflowError where error.category != .interrupted {
      return BundleDryRunReport.failed(error)
    }
  }
}
