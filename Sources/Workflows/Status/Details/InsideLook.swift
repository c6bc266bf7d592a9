import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks into a cluster itself. What may not be read, or does not answer, becomes a note.
struct InsideLook: Sendable {
  let reader: APIReader

  /// What there is to see, and until when the agent's certificate is valid.
  func facts() async throws -> (InsideFacts, ClusterDetails.AgentCertificate?) {
    var facts = InsideFacts()
    do {
      facts.kubernetes = try await reader.version().gitVersion
    } catch KubernetesError.forbidden {
      facts.notes.append("the cluster's version may not be seen")
    } catch let error as KubernetesError {
      try Task.checkCancellation()
      // Nothing else will be answered either.
      facts.notes.append("the cluster itself: \(error.reason)")
      return (facts, nil)
    }
    async let readiness = noting("the cluster's readiness") { try await reader.ready() }
    async let nodes = noting("nodes") { try await reader.list(.nodes).items }
    async let pods = noting("pods in kube-system") {
      try await reader.list(.pods, namespace: Names.Namespace.kubeSystem).items
    }
    async let agent = noting("the agent") { try await self.agent() }
    let (ready, nodeList, podList, seen) = try await (readiness, nodes, pods, agent)
    facts.readiness = ready.value.map { ($0.isReady, $0.checks.count, $0.failures.map(\.name)) }
    facts.nodes = nodeList.value.map(Self.nodes)
    facts.components = podList.value.map(Self.components)
    if let agent = seen.value {
      facts.agentMode = agent.klusterlet?.mode?.rawValue
      facts.agentVersion = agent.image.flatMap(ImageTag.version)
      facts.agentTrouble =
        agent.klusterlet == nil
        ? "there is no Klusterlet; a hosted agent runs on another cluster"
        : agent.klusterlet?.trouble(holdsCertificate: agent.certificate != nil)
    }
    facts.notes += [ready.note, nodeList.note, podList.note, seen.note].compactMap(\.self)
    return (facts, seen.value?.certificate)
  }

  private struct Agent: Sendable {
    var klusterlet: Klusterlet?
    var image: String?
    var certificate: ClusterDetails.AgentCertificate?
  }

  private func agent() async throws -> Agent {
    var agent = Agent()
    agent.klusterlet = try await reader.presentList(.klusterlets).map(Klusterlet.init)
      .first { $0.isAgent(hostedFor: nil) }
    guard let klusterlet = agent.klusterlet else { return agent }
    let deployments = try await reader.list(.deployments, namespace: klusterlet.agentNamespace)
      .items.map(DeploymentState.init)
    agent.image = deployments.first { !$0.images.isEmpty }?.images.first ?? klusterlet.agentImage
    let secret = try await reader.getIfPresent(
      .secrets, Names.Secret.hubKubeconfig, namespace: klusterlet.agentNamespace)
    let known = secret.flatMap(KnownHub.init(secret:))
    agent.certificate = known?.certificateExpires.map {
      ClusterDetails.AgentCertificate(
        expires: $0, source: "\(Names.Secret.hubKubeconfig) on the cluster")
    }
    return agent
  }
}

extension InsideLook {
  static func nodes(_ list: [Value]) -> InsideFacts.Nodes {
    var nodes = InsideFacts.Nodes()
    nodes.total = list.count
    for node in list {
      let conditions = node.at("status", "conditions")?.array ?? []
      let isReady = conditions.contains {
        $0["type"]?.string == "Ready" && $0["status"]?.string == "True"
      }
      if isReady {
        nodes.ready += 1
      } else {
        nodes.notReady.append(node.at("metadata", "name")?.string ?? "")
      }
      if node.at("spec", "unschedulable")?.bool == true { nodes.unschedulable += 1 }
      nodes.provider =
        nodes.provider
        ?? node.at("spec", "providerID")?.string.flatMap {
          $0.contains("://") ? String($0.prefix { $0 != ":" }) : nil
        }
    }
    func values(_ field: String) -> [String] {
      Set(list.compactMap { $0.at("status", "nodeInfo", field)?.string }).sorted()
    }
    nodes.versions = values("kubeletVersion")
    nodes.systems = values("osImage")
    nodes.notReady = Array(nodes.notReady.sorted().prefix(10))
    return nodes
  }

  /// Pods of the control plane and of what every cluster needs, by the label that kubeadm and others give
  /// them.
  static func components(_ pods: [Value]) -> [InsideFacts.Component] {
    var components: [String: InsideFacts.Component] = [:]
    for pod in pods {
      let labels = pod.at("metadata", "labels")
      guard let name = labels?["component"]?.string ?? labels?["k8s-app"]?.string, !name.isEmpty,
        pod.at("status", "phase")?.string != "Succeeded"
      else { continue }
      var component = components[name] ?? InsideFacts.Component(name: name)
      component.pods += 1
      let isReady = (pod.at("status", "conditions")?.array ?? []).contains {
        $0["type"]?.string == "Ready" && $0["status"]?.string == "True"
      }
      if isReady { component.ready += 1 }
      components[name] = component
    }
    return components.values.sorted { $0.name < $1.name }
  }
}

/// What was read, or why not.
struct Noted<Content: Sendable>: Sendable {
  let value: Content?
  let note: String?
}

/// Reads, and turns a missing right, a missing type and a server that does not answer into a note.
func noting<Content: Sendable>(
  _ subject: String, _ read: @Sendable () async throws -> Content
) async throws -> Noted<Content> {
  do {
    return Noted(value: try await read(), note: nil)
  } catch KubernetesError.resourceTypeMissing(let type, _) {
    return Noted(value: nil, note: "\(subject): the server does not serve \(type.qualifiedName)")
  } catch KubernetesError.forbidden(_, let context) {
    return Noted(value: nil, note: "\(subject): may not \(context)")
  } catch let error as KubernetesError {
    try Task.checkCancellation()
    return Noted(value: nil, note: "\(subject): \(error.reason)")
  }
}

extension Klusterlet {
  /// The first condition that is not as it should be, in words; nil when all are.
  ///
  /// - Parameter holdsCertificate: whether the agent has its certificate. Then it is not told what the operator said
  ///   before.
  func trouble(holdsCertificate: Bool) -> String? {
    let wanted: [(String, Condition.Status)] = [
      (Names.ConditionType.operatorApplied, .isTrue),
      (Names.ConditionType.registrationDesiredDegraded, .isFalse),
      (Names.ConditionType.workDesiredDegraded, .isFalse),
      (Names.ConditionType.hubConnectionDegraded, .isFalse),
      (Names.ConditionType.klusterletAvailable, .isTrue),
    ]
    for (type, status) in wanted {
      guard let found = condition(type), found.status != status,
        !holdsCertificate || !found.saysCertificateIsMissing
      else { continue }
      return "\(type) is \(found.status.rawValue): \(found.reason): \(found.words)"
    }
    return nil
  }
}

extension Condition {
  /// The operator of the agent found no certificate of the hub. It looks now and then, and may say so for a while when
  /// the agent has long been let in (OCM operator, klusterlet/controllers/statuscontroller).
  var saysCertificateIsMissing: Bool {
    type == Names.ConditionType.hubConnectionDegraded
      && reason.split(separator: ",").contains("HubKubeConfigSecretMissing")
  }
}
