import Documents

/// What became of one manifest.
struct ApplyResult: Sendable {
  let meta: ManifestMeta
  /// The object as it is in the cluster; nil when it could not be applied.
  let object: Value?
  /// Why it could not be applied.
  let problem: String?

  /// The manifest's condition Applied.
  func condition(generation: Int) -> StatusCondition {
    if let problem {
      return StatusCondition(
        "Applied", .no, "AppliedManifestFailed", "Failed to apply manifest: \(problem)",
        observedGeneration: generation)
    }
    return StatusCondition(
      "Applied", .yes, "AppliedManifestComplete", "Apply manifest complete",
      observedGeneration: generation)
  }
}

/// Applies the manifests of a work (OCM work, spoke/apply).
struct ManifestApplier: Sendable {
  /// The managed cluster, with the rights of the work agent.
  let spoke: RestrictedClient
  let catalog: KindCatalog
  /// Decides what a work's executor may do.
  let allows: AccessCheck

  /// Applies every manifest; one that fails does not keep others back.
  func apply(_ work: Value, owner: Value) async throws -> [ApplyResult] {
    let kinds = try await catalog.kinds()
    let configs = ManifestConfigs(work)
    let executor = Executor(work)
    let manifests = (work.at("spec", "workload", "manifests")?.array ?? []).enumerated().map {
      (index, manifest) in
      let kind = kinds.first {
        $0.apiVersion == manifest["apiVersion"]?.string && $0.kind == manifest["kind"]?.string
      }
      return (manifest: manifest, meta: ManifestMeta(manifest, ordinal: index, kind: kind))
    }
    var results: [ApplyResult] = []
    for entry in manifests.sorted(by: {
      ($0.meta.rank, $0.meta.ordinal) < ($1.meta.rank, $1.meta.ordinal)
    }) {
      do {
        let isOwned = DeleteOption(work).owns(entry.meta)
        try executor?.check(entry.meta, isOwned: isOwned, allows)
        let strategy = configs.field("updateStrategy", of: entry.meta)
        let object = try await apply(
          entry.manifest, entry.meta, strategy?["type"]?.string ?? "Update",
          owner: isOwned ? owner : nil, formerOwner: owner)
        results.append(ApplyResult(meta: entry.meta, object: object, problem: nil))
      } catch let failure as APIFailure {
        results.append(ApplyResult(meta: entry.meta, object: nil, problem: failure.message))
      } catch let failure as ManifestFailure {
        results.append(ApplyResult(meta: entry.meta, object: nil, problem: failure.description))
      }
    }
    return results.sorted { $0.meta.ordinal < $1.meta.ordinal }
  }

  private func apply(
    _ manifest: Value, _ meta: ManifestMeta, _ strategy: String, owner: Value?,
    formerOwner: Value
  ) async throws -> Value {
    guard let kind = meta.kind else { throw ManifestFailure.unknownType(meta.kindName) }
    if strategy == "ReadOnly" { return try await spoke.get(kind, meta.name, meta.place) }
    var wanted = manifest
    wanted.set(nil, at: "metadata", "uid")
    wanted.set(nil, at: "metadata", "resourceVersion")
    guard try await spoke.find(kind, meta.name, meta.place) != nil else {
      if let owner { wanted.set([owner], at: "metadata", "ownerReferences") }
      return try await spoke.create(kind, wanted, meta.place)
    }
    let applied = try await spoke.modify(kind, meta.name, meta.place) { present in
      present.setOwner(formerOwner, isOwner: owner != nil)
      if strategy != "CreateOnly" { present.absorb(wanted) }
    }
    guard let applied else { throw ManifestFailure.changing }
    return applied
  }
}

/// Why a manifest could not be applied, apart from what the API server says.
enum ManifestFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case unknownType(String)
  case changing
  case notAllowed(String)

  var description: String {
    switch self {
    case .unknownType(let kind): "the server doesn't have a resource type \"\(kind)\""
    case .changing: "the object is being changed by others"
    case .notAllowed(let what): what
    }
  }
}

extension Value {
  /// Adds an owner reference, or takes it off.
  fileprivate mutating func setOwner(_ owner: Value, isOwner: Bool) {
    let others = ownerReferences.filter { $0["uid"] != owner["uid"] }
    let present = others.count < ownerReferences.count
    guard present != isOwner else { return }
    let references = isOwner ? others + [owner] : others
    set(references.isEmpty ? nil : .array(references), at: "metadata", "ownerReferences")
  }
}

/// What is to become of a work's objects when the work is deleted.
struct DeleteOption: Sendable {
  private let policy: String
  private let rules: [Value]

  init(_ work: Value) {
    let option = work.at("spec", "deleteOption")
    policy = option?["propagationPolicy"]?.string ?? "Foreground"
    rules = option?.at("selectivelyOrphans", "orphaningRules")?.array ?? []
  }

  /// Whether the object goes with the work.
  func owns(_ meta: ManifestMeta) -> Bool {
    switch policy {
    case "Orphan": false
    case "SelectivelyOrphan":
      !rules.contains { rule in
        (rule["group"]?.string ?? "") == meta.group
          && rule["resource"]?.string == meta.kind?.plural
          && ManifestConfigs.matches(rule["name"]?.string ?? "", meta.name)
          && ManifestConfigs.matches(rule["namespace"]?.string ?? "", meta.namespace)
      }
    default: true
    }
  }
}

/// The ServiceAccount in whose name a work is applied.
struct Executor: Sendable {
  private let namespace: String
  private let name: String

  /// Nil when the work names none: then the agent's own rights count.
  init?(_ work: Value) {
    guard let account = work.at("spec", "executor", "subject", "serviceAccount") else {
      return nil
    }
    namespace = account["namespace"]?.string ?? ""
    name = account["name"]?.string ?? ""
  }

  /// - Throws: `ManifestFailure.notAllowed` when the account may not do what applying takes.
  func check(_ meta: ManifestMeta, isOwned: Bool, _ allows: AccessCheck) throws {
    guard let kind = meta.kind else { return }
    let account = RestrictedClient.serviceAccount(name, in: namespace)
    for verb in ["create", "update", "patch", "get"] + (isOwned ? ["delete"] : []) {
      let attributes = AccessAttributes(
        verb, kind.group, kind.plural, name: meta.name, namespace: meta.place)
      if !allows(account, attributes) {
        throw ManifestFailure.notAllowed(
          "not allowed to apply the resource \(kind.group) \(kind.plural), "
            + "\(meta.namespace) \(meta.name)")
      }
    }
  }
}
