/// One member of an object of the fleet file: the source of its checks, of its JSON Schema and of its
/// documentation.
struct FleetField: Sendable {
  /// What a member may hold.
  indirect enum Kind: Sendable {
    case text
    case flag
    case number
    /// As `90s`, `5m`, `1h30m`.
    case duration
    /// One of these words.
    case choice([String])
    case texts
    /// Texts by name.
    case textMap
    /// Truth values by name.
    case flagMap
    /// What must not stand in the file itself: `${NAME}`, `{env: NAME}` or `{file: PATH}`.
    case secret
    case object([FleetField])
    case objects([FleetField])
  }

  let name: String
  let kind: Kind
  /// One sentence, without a full stop.
  let about: String
  var isRequired = false

  init(_ name: String, _ kind: Kind, _ about: String, required: Bool = false) {
    self.name = name
    self.kind = kind
    self.about = about
    isRequired = required
  }
}
