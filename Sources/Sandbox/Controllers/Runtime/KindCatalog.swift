import Documents

/// The resource types a cluster serves: the built-in ones and those of established
/// CustomResourceDefinitions. What discovery tells a real controller.
struct KindCatalog: Sendable {
  private let client: any ResourceClient
  private let builtIn: [Kind]

  /// - Parameter builtIn: the types that exist without a definition and can be listed and watched.
  init(client: any ResourceClient, builtIn: [Kind]) {
    self.client = client
    self.builtIn = builtIn
  }

  /// The types that exist without a definition.
  var builtInKinds: [Kind] { builtIn }

  /// All types served right now, of custom ones the storage version first.
  func kinds() async throws -> [Kind] {
    let definitions = try await client.list(.customResourceDefinitions, nil, labelSelector: nil)
    return builtIn + definitions.flatMap(Self.kinds(of:))
  }

  /// The served type of an `apiVersion` and `kind`, or nil when there is none.
  func kind(apiVersion: String, kind: String) async throws -> Kind? {
    try await kinds().first { $0.apiVersion == apiVersion && $0.kind == kind }
  }

  /// One type of each resource, whatever its versions.
  func storageKinds() async throws -> [Kind] {
    var seen: Set<String> = []
    return try await kinds().filter { seen.insert($0.groupResource).inserted }
  }

  /// The types that an established definition serves, its storage version first.
  static func kinds(of definition: Value) -> [Kind] {
    guard definition.hasCondition("Established", .yes), !definition.isTerminating,
      let group = definition.at("spec", "group")?.string,
      let plural = definition.at("spec", "names", "plural")?.string,
      let kind = definition.at("spec", "names", "kind")?.string
    else { return [] }
    let namespaced = definition.at("spec", "scope")?.string == "Namespaced"
    let versions = (definition.at("spec", "versions")?.array ?? [])
      .filter { $0["served"]?.bool ?? true }
    let ordered =
      versions.filter { $0["storage"]?.bool == true }
      + versions.filter { $0["storage"]?.bool != true }
    return ordered.compactMap { version in
      version["name"]?.string.map { Kind(group, $0, plural, kind, namespaced: namespaced) }
    }
  }
}
