import Documents

/// Objects as a hub has them.
enum Samples {
  /// A ManagedCluster, registered or waiting for acceptance.
  static func managedCluster(_ name: String, isRegistered: Bool = true) -> Value {
    var conditions: [Value] = []
    if isRegistered {
      for type in [
        "HubAcceptedManagedCluster", "ManagedClusterJoined", "ManagedClusterConditionAvailable",
      ] {
        conditions.append([
          "type": .string(type), "status": "True", "reason": "Fine", "message": "",
          "lastTransitionTime": "2026-11-22T11:00:00Z",
        ])
      }
    }
    return [
      "apiVersion": "cluster.open-cluster-management.io/v1", "kind": "ManagedCluster",
      "metadata": [
        "name": .string(name), "uid": "5a5e3a0e-0000-4000-8000-000000000001",
        "resourceVersion": "7", "creationTimestamp": "2026-11-22T10:00:00Z",
        "labels": ["cluster.open-cluster-management.io/clusterset": "default"],
      ],
      "spec": [
        "hubAcceptsClient": .bool(isRegistered), "leaseDurationSeconds": 60,
        "managedClusterClientConfigs": [
          ["url": "https://edge-7.example:6443", "caBundle": "Q0E="]
        ],
      ],
      "status": [
        "conditions": .array(conditions), "version": ["kubernetes": "v1.36.0"],
      ],
    ]
  }

  /// A list of ManagedClusters.
  static func list(_ items: [Value]) -> Value {
    [
      "apiVersion": "cluster.open-cluster-management.io/v1", "kind": "ManagedClusterList",
      "metadata": ["resourceVersion": "9"], "items": .array(items),
    ]
  }

  /// ManagedClusters as the server prints them.
  static func table(_ names: [String]) -> Value {
    let columns: [(String, String, Int)] = [
      ("Name", "string", 0), ("Hub Accepted", "boolean", 0), ("Age", "date", 0),
      ("URLs", "string", 1),
    ]
    return [
      "kind": "Table", "apiVersion": "meta.k8s.io/v1", "metadata": ["resourceVersion": "9"],
      "columnDefinitions": .array(
        columns.map { name, type, priority in
          [
            "name": .string(name), "type": .string(type), "format": "", "description": "",
            "priority": .integer(priority),
          ]
        }),
      "rows": .array(
        names.map {
          ["cells": [.string($0), true, "2h", "https://\($0).example"], "object": .null]
        }),
    ]
  }
}
