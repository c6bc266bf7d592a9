/// How much a document may ask of this program before it is refused, so that hostile input cannot
/// eat its memory or its stack.
public struct Limits: Sendable, Hashable {
  /// The size of the text, in bytes.
  public var maxBytes: Int
  /// How deep arrays and objects may be nested.
  public var maxDepth: Int
  /// How many values there may be in one text, those in aliases not counted.
  public var maxNodes: Int
  /// How many values YAML aliases and merge keys may add in one text.
  public var maxAliasExpansion: Int

  /// Makes limits, each as in ``standard`` unless given.
  public init(
    maxBytes: Int = 128 << 20, maxDepth: Int = 256, maxNodes: Int = 8_000_000,
    maxAliasExpansion: Int = 100_000
  ) {
    self.maxBytes = maxBytes
    self.maxDepth = maxDepth
    self.maxNodes = maxNodes
    self.maxAliasExpansion = maxAliasExpansion
  }

  /// Ample for a list of 10,000 clusters and for the deepest CRD schema, and within a stack of 512 KB.
  public static let standard = Limits()
}
