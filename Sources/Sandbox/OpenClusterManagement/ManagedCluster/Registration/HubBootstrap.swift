import Documents

/// The first contact with a hub: with the bootstrap kubeconfig an agent announces its cluster and
/// asks for its own client certificate.
struct HubBootstrap: Sendable {
  let agent: AgentContext
  let kubeconfig: HubKubeconfig

  /// Returns when the certificate is there.
  func run() async throws {
    let hub = try agent.environment.connect(kubeconfig, "registration")
    let driver = CertificateDriver(agent: agent, bootstrap: kubeconfig)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await creation(hub).run() }
      group.addTask { await requests(hub, driver).run() }
      group.addTask { await untilValid() }
      // Only the last of them ends by itself.
      await group.next()
      group.cancelAll()
    }
    hub.close()
    try Task.checkCancellation()
  }

  private func creation(_ hub: any HubClient) -> Controller {
    let creation = ClusterCreation(agent: agent, hub: hub)
    return agent.controller("clustercreating", hub, []) { _ in
      try await creation.run()
      return .settled
    }
  }

  private func requests(_ hub: any HubClient, _ driver: CertificateDriver) -> Controller {
    let own = Controller.Source(.certificateSigningRequests) { _, request in
      request.label(OCM.clusterNameLabel) == agent.cluster ? [""] : []
    }
    return agent.controller("bootstrap", hub, [own]) { _ in
      _ = try await driver.step(hub)
      return .settled
    }
  }

  private func untilValid() async {
    for await event in agent.changes.watch(.secrets, agent.namespace)
    where event.object.objectName == OCM.hubSecret && event.type != "DELETED" {
      await agent.pod.scratch.write(SecretFiles.contents(of: event.object))
      let files = HubFiles(files: await agent.pod.scratch.files)
      if files.isValid(for: agent, bootstrap: kubeconfig) { return }
    }
  }
}
