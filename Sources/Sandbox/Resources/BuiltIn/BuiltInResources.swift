/// The resources that every API server serves, in the order in which discovery lists their groups.
enum BuiltInResources {
  /// All of them, with the types of their objects.
  static let definitions: [ResourceDefinition] = {
    let tables = [
      core, apiRegistration, apps, events, authentication, authorization, autoscaling2,
      autoscaling1, batch, certificates, networking, policy, rbac, storage, admission,
      apiExtensions, scheduling, coordination, node, discovery, devices, flowControl,
    ]
    return tables.flatMap { $0.definitions(types: .standard) }
  }()
}
