import Documents
import KubernetesClient
import OpenClusterManagement

/// `hub.ocm.feature-gates`: the hub's feature gates are known, and none undermines registration.
struct OCMFeatureGatesCheck: Check {
  typealias Context = HubCheckContext

  let article = CheckArticle(
    "hub.ocm.feature-gates", .installation, "the hub's feature gates are sound",
    meaning: """
      Reads the gates in the ClusterManager. With ResourceCleanup off a deleted cluster leaves its works and addons \
      behind. With ManagedClusterAutoApproval on every new cluster is accepted without anybody looking; users that are \
      to be approved automatically have no effect without that gate.
      """,
    warns:
      "ResourceCleanup is off, ManagedClusterAutoApproval is on, or approved users have no effect.",
    fails: "the operator does not know one of the gates.",
    remedies: ["mcctl init --feature-gate NAME=true|false changes them"])

  var requires: [String] { ["hub.ocm.installed"] }

  func run(_ context: HubCheckContext) async throws -> CheckVerdict {
    guard let manager = try await context.clusterManager() else {
      return .skip(NoClusterManager().description)
    }
    if let valid = manager.condition(Names.ConditionType.validFeatureGates),
      valid.status == .isFalse
    {
      return .fail("\(valid.reason): \(valid.message)", next: [context.inspect(manager.reference)])
    }
    var doubts: [String] = []
    if manager.registrationFeature("ResourceCleanup") == false {
      doubts.append("ResourceCleanup is off: a deleted cluster leaves its works and addons behind")
    }
    let approves = manager.registrationFeature("ManagedClusterAutoApproval") ?? false
    if approves {
      doubts.append("ManagedClusterAutoApproval is on: every new cluster is accepted by itself")
    } else if !manager.autoApprovedUsers.isEmpty {
      let users = manager.autoApprovedUsers.joined(separator: ", ")
      doubts.append(
        "autoApproveUsers (\(users)) has no effect while ManagedClusterAutoApproval is off")
    }
    guard doubts.isEmpty else {
      return .warn(
        doubts[0] + (doubts.count > 1 ? ", and \(doubts.count - 1) more" : ""), details: doubts)
    }
    let switched = manager.switchedGates
    return .pass(switched.isEmpty ? "all have their defaults" : switched.joined(separator: ", "))
  }
}

extension ClusterManager {
  /// The gates that are switched in any component, `Name=true`, in the order of the object.
  fileprivate var switchedGates: [String] {
    (value["spec"]?.object ?? Object()).flatMap { _, part in
      (part["featureGates"]?.array ?? []).compactMap { gate in
        gate["feature"]?.string.map { "\($0)=\(gate["mode"]?.string == "Enable")" }
      }
    }
  }
}
