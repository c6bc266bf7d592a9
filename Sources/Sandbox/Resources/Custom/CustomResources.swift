import Documents

/// Keeps the catalog in step with the CustomResourceDefinitions, and ends those that are deleted
/// (`apiextensions-apiserver`'s establishing and finalizing controllers).
struct CustomResources: Sendable {
  let catalog: ResourceCatalog
  private let context = WriteContext(
    user: UserInfo(name: "system:apiserver", groups: ["system:masters"]), manager: "kube-apiserver")

  init(catalog: ResourceCatalog) { self.catalog = catalog }

  /// Takes note of a write of any object.
  func objectChanged(_ definition: ResourceDefinition, _ object: Value, _ registry: Registry) {
    guard definition.kind == .customResourceDefinitions else {
      // One that was created while its definition began to end goes like the rest.
      if definition.isCustom, let owner = self.definition(of: definition, registry),
        owner.isTerminating, object.at("metadata", "deletionTimestamp") == nil
      {
        finish(owner, registry)
      }
      return
    }
    let resource = CustomResourceDefinition(value: object)
    if resource.isTerminating {
      finish(resource, registry)
    } else {
      catalog.replace(resource.storage, with: resource.definitions)
      establish(resource, registry)
    }
  }

  /// Takes note of the end of any object.
  func objectRemoved(_ definition: ResourceDefinition, _ object: Value, _ registry: Registry) {
    if definition.kind == .customResourceDefinitions {
      let resource = CustomResourceDefinition(value: object)
      catalog.replace(resource.storage, with: [])
      registry.store.endWatches(of: resource.storage)
    } else if definition.isCustom {
      guard let owner = self.definition(of: definition, registry) else { return }
      if owner.isTerminating { release(owner, registry) }
    }
  }

  /// Whether the definition of a resource is being deleted, so that no object may be added to those that
  /// it waits for.
  func isEnding(_ definition: ResourceDefinition, _ registry: Registry) -> Bool {
    definition.isCustom && self.definition(of: definition, registry)?.isTerminating == true
  }

  private func definition(
    of resource: ResourceDefinition, _ registry: Registry
  ) -> CustomResourceDefinition? {
    definition(named: "\(resource.kind.plural).\(resource.kind.group)", registry)
  }

  private func definition(named name: String, _ registry: Registry) -> CustomResourceDefinition? {
    target(name).flatMap { try? registry.stored($0) }.map {
      CustomResourceDefinition(value: $0.value)
    }
  }

  private func target(_ name: String, _ subresource: String? = nil) -> ObjectTarget? {
    catalog.definition(.customResourceDefinitions).map {
      ObjectTarget(definition: $0, namespace: nil, name: name, subresource: subresource)
    }
  }

  /// Sets the conditions and names of a new definition, and its finalizer.
  private func establish(_ resource: CustomResourceDefinition, _ registry: Registry) {
    let name = resource.value.at("metadata", "name")?.string ?? ""
    let accepted = resource.value.at("spec", "names")
    guard resource.value.at("status", "acceptedNames") != accepted,
      let status = target(name, "status"), let whole = target(name)
    else { return }
    _ = try? registry.modify(status, context) { object throws(APIFailure) in
      var object = object
      object.set(accepted, at: "status", "acceptedNames")
      object.set(.array(conditions), at: "status", "conditions")
      return Registry.Change(object: object)
    }
    _ = try? registry.modify(whole, context) { object throws(APIFailure) in
      var object = object
      var finalizers = object.at("metadata", "finalizers")?.array ?? []
      let finalizer = Value.string(CustomResourceDefinition.cleanupFinalizer)
      if !finalizers.contains(finalizer) { finalizers.append(finalizer) }
      object.set(.array(finalizers), at: "metadata", "finalizers")
      return Registry.Change(object: object)
    }
  }

  private var conditions: [Value] {
    [
      condition("NamesAccepted", "NoConflicts", "no conflicts found"),
      condition("Established", "InitialNamesAccepted", "the initial names have been accepted"),
    ]
  }

  private func condition(_ type: String, _ reason: String, _ message: String) -> Value {
    [
      "type": .string(type), "status": "True", "lastTransitionTime": .string(Timestamp.now()),
      "reason": .string(reason), "message": .string(message),
    ]
  }

  /// Deletes every object of a definition that is being deleted, and lets it go when none is left.
  private func finish(_ resource: CustomResourceDefinition, _ registry: Registry) {
    guard let definition = resource.definitions.first else { return release(resource, registry) }
    for object in registry.store.list(definition.storage, namespace: nil).objects
    where object.value.at("metadata", "deletionTimestamp") == nil {
      let target = ObjectTarget(
        definition: definition,
        namespace: object.key.namespace.isEmpty ? nil : object.key.namespace,
        name: object.key.name)
      _ = try? registry.delete(target, DeleteOptions(), context)
    }
    release(resource, registry)
  }

  private func release(_ resource: CustomResourceDefinition, _ registry: Registry) {
    guard registry.store.list(resource.storage, namespace: nil).objects.isEmpty,
      let target = target(resource.value.at("metadata", "name")?.string ?? "")
    else { return }
    _ = try? registry.modify(target, context) { object throws(APIFailure) in
      var object = object
      let rest = (object.at("metadata", "finalizers")?.strings ?? []).filter {
        $0 != CustomResourceDefinition.cleanupFinalizer
      }
      object.set(
        rest.isEmpty ? nil : .array(rest.map(Value.string)), at: "metadata", "finalizers")
      return Registry.Change(object: object)
    }
  }
}
