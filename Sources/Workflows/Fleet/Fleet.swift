public import Documents

/// Many clusters in one file (`apiVersion: mcctl.dev/v1`, `kind: Fleet`): which they are, how each is
/// imported, and what it is to be on the hub.
public struct Fleet: Sendable, Hashable {
  /// What the fleet is called; nil when the file does not say.
  public let name: String?
  /// How the agents reach the hub.
  public let hub: FleetHub
  /// The clusters in the order of the file, the file's defaults applied.
  public let clusters: [FleetCluster]

  /// Bounds for a file of ten thousand clusters; aliases may not blow it up.
  private static let limits = Limits(
    maxBytes: 16 << 20, maxDepth: 32, maxNodes: 1_000_000, maxAliasExpansion: 50_000)

  /// Reads a file.
  ///
  /// - Parameter source: the file's name, for errors.
  /// - Throws: `DocumentError` with line and column for what is not YAML, unknown or missing members,
  ///   wrong types, secrets that stand in the file, and names that are used twice.
  public init(parsing bytes: [UInt8], source: String) throws(DocumentError) {
    let documents = try YAML.locatedDocuments(
      String(decoding: bytes, as: UTF8.self), source: source, limits: Self.limits)
    guard let document = documents.first, documents.count == 1 else {
      throw DocumentError("one document of kind Fleet is wanted", source: source)
    }
    try FleetCheck(document: document).check()
    let specification = document.value["spec"] ?? .null
    name = document.value.at("metadata", "name")?.string
    hub = FleetHub(specification["hub"] ?? .null)
    let defaults = specification["defaults"] ?? .object(Object())
    clusters = (specification["clusters"]?.array ?? []).map {
      FleetCluster(FleetMerge.merged($0, over: defaults, FleetGrammar.settings))
    }
  }
}
