import Documents
import Foundation
import Logging
import Synchronization

@testable import Sandbox

/// A cluster without a server: objects with versions, finalizers, status and watches, enough to
/// run controllers against.
final class FakeCluster: ResourceClient {
  private struct State {
    var objects: [String: [String: Value]] = [:]
    var version = 0
    var watchers: [Int: (resource: String, namespace: String?, send: Send)] = [:]
    var nextWatcher = 0
  }
  private typealias Send = AsyncStream<(type: String, object: Value)>.Continuation

  private let state = Mutex(State())
  static let builtIn: [Kind] = [
    .namespaces, .secrets, .configMaps, .serviceAccounts, .pods, .nodes, .services, .deployments,
    .replicaSets, .roles, .roleBindings, .clusterRoles, .clusterRoleBindings, .leases,
    .certificateSigningRequests, .customResourceDefinitions, .validatingWebhooks,
    .mutatingWebhooks,
  ]

  func get(_ k: Kind, _ name: String, _ namespace: String?) async throws -> Value {
    let found = state.withLock { $0.objects[k.groupResource]?[key(name, namespace)] }
    guard let found else { throw notFound(k, name) }
    return found
  }

  func list(_ k: Kind, _ namespace: String?, labelSelector: String?) async throws -> [Value] {
    let all = state.withLock { $0.objects[k.groupResource] ?? [:] }
    return all.sorted { $0.key < $1.key }.map(\.value).filter { object in
      guard namespace == nil || object.objectNamespace == namespace else { return false }
      return (labelSelector ?? "").split(separator: ",").allSatisfy { part in
        let pair = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        return pair.count == 1
          ? object.label(pair[0]) != nil : object.label(pair[0]) == pair[1]
      }
    }
  }

  func create(_ k: Kind, _ object: Value, _ namespace: String?) async throws -> Value {
    if k == .selfSubjectAccessReviews {
      var review = object
      review.set(true, at: "status", "allowed")
      return review
    }
    try await checkNamespace(namespace)
    return try state.withLock { state in
      var object = object
      if let prefix = object.at("metadata", "generateName")?.string, object.objectName.isEmpty {
        object.set(.string(prefix + WorkloadObjects.suffix()), at: "metadata", "name")
      }
      if let namespace { object.set(.string(namespace), at: "metadata", "namespace") }
      if state.objects[k.groupResource]?[key(object.objectName, namespace)] != nil {
        throw APIFailure.failure(
          409, "AlreadyExists", "\(k.groupResource) \"\(object.objectName)\" already exists")
      }
      object.set(.string(UUID().uuidString.lowercased()), at: "metadata", "uid")
      object.set(.string(KubernetesTime.seconds()), at: "metadata", "creationTimestamp")
      object.set(1, at: "metadata", "generation")
      if k == .namespaces {
        object.set(["kubernetes"], at: "spec", "finalizers")
        object.set("Active", at: "status", "phase")
      }
      if k == .customResourceDefinitions {
        object.setCondition(StatusCondition("Established", .yes, "InitialNamesAccepted", ""))
      }
      return store(k, object, "ADDED", &state)
    }
  }

  func update(
    _ k: Kind, _ object: Value, _ namespace: String?, subresource: String?
  ) async throws -> Value {
    try state.withLock { state in
      let name = object.objectName
      guard let old = state.objects[k.groupResource]?[key(name, namespace)] else {
        throw notFound(k, name)
      }
      if let version = object.at("metadata", "resourceVersion"),
        version != old.at("metadata", "resourceVersion")
      {
        throw APIFailure.failure(409, "Conflict", "the object has been modified")
      }
      return replace(k, old: old, with: object, subresource, &state)
    }
  }

  func patch(
    _ k: Kind, _ name: String, _ namespace: String?, merge: Value, subresource: String?
  ) async throws -> Value {
    try state.withLock { state in
      guard let old = state.objects[k.groupResource]?[key(name, namespace)] else {
        throw notFound(k, name)
      }
      let new = MergePatch.apply(merge, to: old)
      return replace(k, old: old, with: new, subresource, &state)
    }
  }

  func delete(_ k: Kind, _ name: String, _ namespace: String?) async throws {
    try state.withLock { state in
      guard var object = state.objects[k.groupResource]?[key(name, namespace)] else {
        throw notFound(k, name)
      }
      if object.finalizers.isEmpty, k != .namespaces {
        remove(k, object, &state)
      } else if !object.isTerminating {
        object.set(.string(KubernetesTime.seconds()), at: "metadata", "deletionTimestamp")
        if k == .namespaces { object.set("Terminating", at: "status", "phase") }
        _ = store(k, object, "MODIFIED", &state)
      }
    }
  }

  func watch(_ k: Kind, _ namespace: String?) -> AsyncStream<(type: String, object: Value)> {
    let (stream, send) = AsyncStream<(type: String, object: Value)>.makeStream()
    let id = state.withLock { state in
      for object in (state.objects[k.groupResource] ?? [:]).values
      where namespace == nil || object.objectNamespace == namespace {
        send.yield(("ADDED", object))
      }
      state.nextWatcher += 1
      state.watchers[state.nextWatcher] = (k.groupResource, namespace, send)
      return state.nextWatcher
    }
    send.onTermination = { [weak self] _ in
      self?.state.withLock { state in state.watchers[id] = nil }
    }
    return stream
  }
}

// MARK: - Storage

extension FakeCluster {
  private func key(_ name: String, _ namespace: String?) -> String { "\(namespace ?? "")/\(name)" }

  private func notFound(_ kind: Kind, _ name: String) -> APIFailure {
    .failure(404, "NotFound", "\(kind.groupResource) \"\(name)\" not found")
  }

  private func checkNamespace(_ name: String?) async throws {
    guard let name else { return }
    let namespace = try await get(.namespaces, name, nil)
    if namespace.isTerminating {
      throw APIFailure.failure(403, "Forbidden", "namespace \(name) is being terminated")
    }
  }

  private func replace(
    _ k: Kind, old: Value, with new: Value, _ subresource: String?, _ state: inout State
  ) -> Value {
    var object = old
    switch subresource {
    case "status", "approval": object["status"] = new["status"]
    case "finalize": object.set(new.at("spec", "finalizers"), at: "spec", "finalizers")
    default:
      object = new
      object["status"] = old["status"]
      if new["spec"] != old["spec"] {
        object.set(.integer(old.objectGeneration + 1), at: "metadata", "generation")
      }
    }
    if object == old { return old }
    let isHeld =
      k == .namespaces
      ? object.at("spec", "finalizers")?.array?.isEmpty == false : !object.finalizers.isEmpty
    if object.isTerminating, !isHeld {
      remove(k, object, &state)
      return object
    }
    return store(k, object, "MODIFIED", &state)
  }

  private func store(
    _ k: Kind, _ object: Value, _ type: String, _ state: inout State
  ) -> Value {
    var object = object
    state.version += 1
    object.set(.string(String(state.version)), at: "metadata", "resourceVersion")
    state.objects[k.groupResource, default: [:]][
      key(object.objectName, object.objectNamespace)] = object
    announce(k, object, type, state)
    return object
  }

  private func remove(_ k: Kind, _ object: Value, _ state: inout State) {
    state.objects[k.groupResource]?[key(object.objectName, object.objectNamespace)] = nil
    announce(k, object, "DELETED", state)
  }

  private func announce(_ k: Kind, _ object: Value, _ type: String, _ state: State) {
    for watcher in state.watchers.values
    where watcher.resource == k.groupResource
      && (watcher.namespace == nil || watcher.namespace == object.objectNamespace)
    {
      watcher.send.yield((type, object))
    }
  }
}
