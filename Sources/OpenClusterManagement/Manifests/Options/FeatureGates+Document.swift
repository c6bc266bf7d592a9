import Documents

extension FeatureGates {
  /// The gates of a component as they stand in a Klusterlet or ClusterManager, by name; nil when
  /// none is switched.
  func document(for component: Component) -> Value? {
    guard let gates = switches[component], !gates.isEmpty else { return nil }
    return .array(
      gates.sorted { $0.key < $1.key }.map { name, isOn in
        ["feature": .string(name), "mode": isOn ? "Enable" : "Disable"]
      })
  }
}
