public import Documents
import KubernetesClient
import OpenClusterManagement

/// The objects of a bundle's manifests. Some hold the credential.
public struct BundleObjects: Sendable {
  /// The cluster's name on the hub.
  public let cluster: String
  let objects: [ManifestObject]
}

/// Sends a bundle's manifests to the managed cluster in a server-side dry run: the cluster judges them,
/// and keeps nothing.
public struct BundleDryRun: Workflow {
  /// The command's word.
  public let operation = "bundle verify"
  private let manifests: BundleObjects

  /// The cluster's name.
  public var subject: String? { manifests.cluster }

  /// Prepares the dry run.
  public init(_ manifests: BundleObjects) { self.manifests = manifests }

  /// Reads what of the objects is there, and lists the one step.
  public func plan(_ context: PlanningContext) async throws -> Plan<BundleDryRunReport> {
    let (reader, location) = try context.requiredManaged(
      manifests.cluster, for: "bundle verify")
    let objects = manifests.objects.map { DesiredObject(type: $0.type, value: $0.value) }
    let reconciler = ObjectReconciler(
      reader: reader, location: location, forcesConflicts: true, showsDifference: false)
    let step = try await Step.ensuring(
      id: "manifests", title: "the cluster takes the manifests", objects: objects,
      reconciler: reconciler)
    return Plan(operation: operation, subject: subject, steps: [step]) { record in
      let messages = record.results.compactMap(\.result.message)
      return BundleDryRunReport(
        check: BundleCheck(
          id: "cluster.manifests",
          title: BundleVerification.titles["cluster.manifests"] ?? "", state: .pass,
          detail: (["\(objects.count) objects"] + messages).joined(separator: "; ")))
    }
  }
}

/// What the dry run came to; that the cluster refuses is thrown.
public struct BundleDryRunReport: WorkflowReport, Hashable {
  /// The outcome as a check.
  public let check: BundleCheck

  /// The machine form.
  public var document: Value { check.document }

  /// The check for a dry run that failed.
  public static func failed(_ error: WorkflowError) -> BundleCheck {
    BundleCheck(
      id: "cluster.manifests", title: BundleVerification.titles["cluster.manifests"] ?? "",
      state: .fail, detail: [error.what, error.why].compactMap(\.self).joined(separator: ": "))
  }
}
