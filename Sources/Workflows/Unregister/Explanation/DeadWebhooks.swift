import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks for webhooks that every change of a cluster, its works and addons has to pass, and that nobody answers: then
/// no finalizer comes off. Also for conversions of their types, without which they cannot even be read.
struct DeadWebhooks: Sendable {
  let hub: APIReader
  let location: ClusterLocation

  private static let groups: Set<String> = [
    Names.APIGroup.cluster, Names.APIGroup.work, Names.APIGroup.addOn, "*",
  ]
  private static let definitions: [ResourceType] = [
    .managedClusters, .manifestWorks, .managedClusterAddOns,
  ]

  /// A webhook as the API server is told to call it.
  private struct Caller: Sendable {
    let object: ObjectReference
    let what: String
    let service: (namespace: String, name: String)
  }

  /// One for each that nobody answers; none where they may not be seen.
  func blockers() async throws -> [DeletionBlocker] {
    var callers: [Caller] = []
    do {
      for type in [ResourceType.validatingWebhookConfigurations, .mutatingWebhookConfigurations] {
        callers += try await hub.presentList(type).flatMap { admission($0, type) }
      }
      for type in Self.definitions { callers += try await conversion(of: type) }
    } catch KubernetesError.forbidden {
      return []
    }
    var blockers: [DeletionBlocker] = []
    for caller in callers {
      let backend = ServiceBackend(namespace: caller.service.namespace, name: caller.service.name)
      guard let fault = try await backend.fault(hub), fault.isCertain else { continue }
      blockers.append(
        DeletionBlocker(
          kind: .webhook, object: caller.object.description, place: location.description,
          reason: "\(caller.what), and nobody answers it: \(fault.text)", since: nil,
          who: "the hub's administrator",
          command: "kubectl \(location.connection.kubectlFlags) -n "
            + "\(caller.service.namespace) get services,deployments,pods"))
    }
    return blockers
  }

  private func admission(_ configuration: Value, _ type: ResourceType) -> [Caller] {
    guard let object = ObjectReference(configuration, type: type) else { return [] }
    return (configuration["webhooks"]?.array ?? []).compactMap { webhook in
      guard webhook["failurePolicy"]?.string != "Ignore", concernsClusters(webhook),
        let service = service(webhook["clientConfig"])
      else { return nil }
      return Caller(
        object: object, what: "is asked before every change (\(webhook["name"]?.string ?? ""))",
        service: service)
    }
  }

  private func concernsClusters(_ webhook: Value) -> Bool {
    (webhook["rules"]?.array ?? []).contains { rule in
      let groups = rule["apiGroups"]?.array?.compactMap(\.string) ?? []
      return !Self.groups.isDisjoint(with: groups)
    }
  }

  private func conversion(of type: ResourceType) async throws -> [Caller] {
    let reference = ObjectReference(type: .customResourceDefinitions, name: type.qualifiedName)
    guard let definition = try await hub.present(reference),
      definition.at("spec", "conversion", "strategy")?.string == "Webhook",
      let service = service(definition.at("spec", "conversion", "webhook", "clientConfig"))
    else { return [] }
    return [
      Caller(
        object: reference, what: "is converted between versions by a webhook", service: service)
    ]
  }

  private func service(_ client: Value?) -> (namespace: String, name: String)? {
    guard let namespace = client?.at("service", "namespace")?.string,
      let name = client?.at("service", "name")?.string
    else { return nil }
    return (namespace, name)
  }
}
