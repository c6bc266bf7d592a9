import KubernetesClient
import OpenClusterManagement

/// `cluster.record`: the hub has a record of the cluster.
struct ClusterRecordCheck: Check {
  typealias Context = ClusterCheckContext

  let article = CheckArticle(
    "cluster.record", .record, "the hub has a record of the cluster",
    meaning:
      "Reads the ManagedCluster of that name. Every other check of the cluster stands on it.",
    fails: "there is none, or the hub does not answer.",
    remedies: [
      "mcctl get clusters lists the names there are", "mcctl import NAME registers the cluster",
      "mcctl check hub, when the hub does not answer",
    ])

  var requires: [String] { [] }

  func run(_ context: ClusterCheckContext) async throws -> CheckVerdict {
    do {
      let record = try await context.requiredRecord()
      let created = record.creationTimestamp.map {
        ", created \(context.options.distance(to: $0)) ago"
      }
      return .pass("ManagedCluster \(context.name)\(created ?? "")")
    } catch let error as NoRecord {
      return .fail(error.description, next: ["mcctl get clusters \(context.hubFlag)"])
    } catch KubernetesError.resourceTypeMissing {
      return .fail(
        "Open Cluster Management is not installed on the hub",
        next: ["mcctl check hub \(context.hubFlag)"])
    }
  }
}
