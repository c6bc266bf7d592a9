public import Documents

/// What an agent's operator of another release needs before it can take over.
public enum KlusterletUpgrade {
  /// The type of Klusterlets.
  public static var definition: ManifestObject { KlusterletDefinition.object }

  /// The rules of the operator's ClusterRole: those that are there, and those that the release lacks.
  public static func operatorRules(for version: OCMVersion, keeping present: [Value]) -> [Value] {
    let needed = PolicyRule.klusterletOperator(for: version).map(\.document)
    return present + needed.filter { rule in !present.contains { covers($0, rule) } }
  }

  /// Whether a rule grants all that another does.
  private static func covers(_ rule: Value, _ other: Value) -> Bool {
    func texts(_ value: Value, _ key: String) -> Set<String> {
      Set(value[key]?.array?.compactMap(\.string) ?? [])
    }
    let holdsForAll = ["apiGroups", "resources", "verbs"].allSatisfy { key in
      let granted = texts(rule, key)
      return granted.contains("*") || granted.isSuperset(of: texts(other, key))
    }
    let names = texts(rule, "resourceNames")
    let wanted = texts(other, "resourceNames")
    return holdsForAll && (names.isEmpty || !wanted.isEmpty && names.isSuperset(of: wanted))
  }
}
