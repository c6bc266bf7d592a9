import Documents

/// Records of clusters that are registered already, for trying how a hub with many behaves.
struct ExistingClusters: Sendable {
  let server: APIServer

  /// Creates so many ManagedClusters of about five kilobytes each, accepted, joined and available.
  func create(_ count: Int) async throws {
    let client = server.localClient(userAgent: "registration")
    for index in 0..<count {
      let digits = String(index)
      let name = "existing-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
      _ = try await client.create(.managedClusters, Self.cluster(name, index), nil)
      _ = try await client.patch(
        .managedClusters, name, nil, merge: ["status": Self.status(index)], subresource: "status")
    }
  }

  private static func cluster(_ name: String, _ index: Int) -> Value {
    var labels: Value = [
      "env": index % 2 == 0 ? "prod" : "dev", "region": .string("r\(index % 10)"),
    ]
    labels["cluster.open-cluster-management.io/clusterset"] = "default"
    var annotations: Value = [:]
    for number in 0..<8 {
      annotations["example.com/note-\(number)"] = .string(String(repeating: "n", count: 120))
    }
    return [
      "apiVersion": "cluster.open-cluster-management.io/v1", "kind": "ManagedCluster",
      "metadata": ["name": .string(name), "labels": labels, "annotations": annotations],
      "spec": [
        "hubAcceptsClient": true, "leaseDurationSeconds": 60,
        "managedClusterClientConfigs": [
          [
            "url": .string("https://\(name).example.com:6443"),
            "caBundle": .string(String(repeating: "Q0E9", count: 300)),
          ]
        ],
      ],
    ]
  }

  private static func status(_ index: Int) -> Value {
    let conditions = [
      ("HubAcceptedManagedCluster", "HubClusterAdminAccepted", "Accepted by hub cluster admin"),
      ("ManagedClusterJoined", "ManagedClusterJoined", "Managed cluster joined"),
      (
        "ManagedClusterConditionAvailable", "ManagedClusterAvailable",
        "Managed cluster is available"
      ),
    ]
    let time = Value.string(Timestamp.now())
    return [
      "version": ["kubernetes": .string("v1.\(28 + index % 8).0")],
      "capacity": ["cpu": "64", "memory": "263856256Ki", "pods": "1100"],
      "allocatable": ["cpu": "60", "memory": "253856256Ki", "pods": "1100"],
      "clusterClaims": .array(
        (0..<6).map { number in
          [
            "name": .string("claim\(number).example.com"),
            "value": .string(String(repeating: "v", count: 80)),
          ]
        }),
      "conditions": .array(
        conditions.map { type, reason, message in
          [
            "type": .string(type), "status": "True", "reason": .string(reason),
            "message": .string(message), "lastTransitionTime": time,
          ]
        }),
    ]
  }
}
