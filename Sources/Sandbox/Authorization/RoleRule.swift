import Documents

/// One rule of a role.
struct RoleRule: Sendable, Hashable {
  var verbs: [String]
  var groups: [String] = []
  var resources: [String] = []
  /// Empty for all names.
  var names: [String] = []
  var paths: [String] = []

  /// All that can be done with resources.
  static let everything = RoleRule(verbs: ["*"], groups: ["*"], resources: ["*"])
  /// All that can be done with paths.
  static let everyPath = RoleRule(verbs: ["*"], paths: ["*"])

  /// The rules of a `Role` or `ClusterRole`.
  static func rules(of role: Value) -> [RoleRule] {
    (role["rules"]?.array ?? []).map(RoleRule.init)
  }

  init(
    verbs: [String], groups: [String] = [], resources: [String] = [], names: [String] = [],
    paths: [String] = []
  ) {
    self.verbs = verbs
    self.groups = groups
    self.resources = resources
    self.names = names
    self.paths = paths
  }

  init(_ value: Value) {
    self.init(
      verbs: value["verbs"]?.strings ?? [], groups: value["apiGroups"]?.strings ?? [],
      resources: value["resources"]?.strings ?? [], names: value["resourceNames"]?.strings ?? [],
      paths: value["nonResourceURLs"]?.strings ?? [])
  }

  /// The rule as roles and rule reviews show it.
  var value: Value {
    func list(_ texts: [String]) -> Value { .array(texts.map(Value.string)) }
    var value: Value = ["verbs": list(verbs)]
    if !groups.isEmpty { value["apiGroups"] = list(groups) }
    if !resources.isEmpty { value["resources"] = list(resources) }
    if !names.isEmpty { value["resourceNames"] = list(names) }
    if !paths.isEmpty { value["nonResourceURLs"] = list(paths) }
    return value
  }

  /// Whether the rule lets something be done.
  func allows(_ attributes: AccessRequest) -> Bool {
    guard verbs.contains("*") || verbs.contains(attributes.verb) else { return false }
    if let path = attributes.path { return paths.contains { Self.matches(path, $0) } }
    return (groups.contains("*") || groups.contains(attributes.group))
      && allows(resource: attributes)
      && (names.isEmpty || names.contains(attributes.name))
  }

  private func allows(resource attributes: AccessRequest) -> Bool {
    resources.contains { resource in
      resource == "*" || resource == attributes.qualifiedResource
        || (resource.hasPrefix("*/") && attributes.subresource == String(resource.dropFirst(2)))
    }
  }

  /// Whether this rule gives nothing that another does not give (`rbac/v1.ruleCovers`), for rules
  /// with one verb, group and resource or path each.
  func isCovered(by other: RoleRule) -> Bool {
    let verbsFit = other.verbs.contains("*") || verbs.allSatisfy(other.verbs.contains)
    guard verbsFit else { return false }
    if !paths.isEmpty {
      return paths.allSatisfy { path in other.paths.contains { Self.matches(path, $0) } }
    }
    let groupsFit = other.groups.contains("*") || groups.allSatisfy(other.groups.contains)
    let namesFit =
      other.names.isEmpty || (!names.isEmpty && names.allSatisfy(other.names.contains))
    return groupsFit && namesFit && resources.allSatisfy(other.covers(resource:))
  }

  private func covers(resource: String) -> Bool {
    if resources.contains("*") || resources.contains(resource) { return true }
    let parts = resource.split(separator: "/")
    return parts.count == 2 && resources.contains("*/\(parts[1])")
  }

  /// The rule taken apart into rules with one verb, group and resource or path each.
  var atoms: [RoleRule] {
    verbs.flatMap { verb -> [RoleRule] in
      let ofPaths = paths.map { RoleRule(verbs: [verb], paths: [$0]) }
      let ofResources = groups.flatMap { group in
        resources.flatMap { resource in
          (names.isEmpty ? [[]] : names.map { [$0] }).map {
            RoleRule(verbs: [verb], groups: [group], resources: [resource], names: $0)
          }
        }
      }
      return ofPaths + ofResources
    }
  }

  private static func matches(_ path: String, _ pattern: String) -> Bool {
    if pattern == "*" || pattern == path { return true }
    return pattern.hasSuffix("*") && path.hasPrefix(pattern.dropLast())
  }
}
