/// What types a server serves.
public struct Discovery: Sendable, Hashable {
  /// A type with what else discovery says of it.
  public struct Resource: Sendable, Hashable {
    /// The type.
    public let type: ResourceType
    /// The singular that kubectl takes, such as `managedcluster`.
    public let singular: String
    /// Short names, such as `mcl`.
    public let shortNames: [String]
    /// Categories, such as `all`.
    public let categories: [String]
    /// Verbs that the server takes for it.
    public let verbs: [String]
    /// Subresources, such as `status`.
    public let subresources: [String]
    /// Whether its version is the one that the server prefers in its group.
    public let isPreferred: Bool

    /// Describes a served type.
    public init(
      type: ResourceType, singular: String = "", shortNames: [String] = [],
      categories: [String] = [], verbs: [String] = [], subresources: [String] = [],
      isPreferred: Bool = true
    ) {
      self.type = type
      self.singular = singular
      self.shortNames = shortNames
      self.categories = categories
      self.verbs = verbs
      self.subresources = subresources
      self.isPreferred = isPreferred
    }
  }

  /// Every served type in every version, in the server's order, preferred versions first.
  public let resources: [Resource]
  /// Groups and versions (`metrics.k8s.io/v1beta1`) whose types are not or no longer known because
  /// the server that serves them does not answer.
  public let unavailable: [String]

  /// Describes what is served.
  public init(resources: [Resource], unavailable: [String] = []) {
    self.resources = resources
    self.unavailable = unavailable
  }

  /// Whether the server serves a type in that very version.
  public func serves(_ type: ResourceType) -> Bool {
    resources.contains {
      $0.type.group == type.group && $0.type.version == type.version
        && $0.type.plural == type.plural
    }
  }

  /// The type of documents with this `apiVersion` and `kind`.
  public func resource(apiVersion: String, kind: String) -> Resource? {
    resources.first { $0.type.apiVersion == apiVersion && $0.type.kind == kind }
  }

  /// The type that an operator means by a word as kubectl takes it: plural, singular, kind or short
  /// name, perhaps with group, or version and group: `mcl`, `deployments.apps`, `deploy.v1.apps`.
  public func resource(named word: String) -> Resource? {
    let word = word.lowercased()
    if let exact = preferred(where: { $0.isCalled(word) }) { return exact }
    guard let dot = word.firstIndex(of: ".") else { return nil }
    let name = String(word[..<dot])
    let rest = String(word[word.index(after: dot)...])
    if let found = preferred(where: { $0.isCalled(name) && $0.type.group == rest }) {
      return found
    }
    let parts = rest.split(separator: ".", maxSplits: 1).map(String.init)
    return resources.first {
      $0.isCalled(name) && $0.type.version == parts.first
        && $0.type.group == (parts.count > 1 ? parts[1] : "")
    }
  }

  private func preferred(where matches: (Resource) -> Bool) -> Resource? {
    resources.first { $0.isPreferred && matches($0) } ?? resources.first(where: matches)
  }
}

extension Discovery.Resource {
  fileprivate func isCalled(_ word: String) -> Bool {
    type.plural == word || singular == word || type.kind.lowercased() == word
      || shortNames.contains(word)
  }
}
