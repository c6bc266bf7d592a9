/// One member of an object of a file format: the source of its checks, of its JSON Schema and of its
/// documentation.
package struct FileField: Sendable {
  /// What a member may hold.
  package indirect enum Kind: Sendable {
    case text
    case flag
    case number
    /// One of these words.
    case choice([String])
    case texts
    /// Texts by name.
    case textMap
    /// Truth values by name.
    case flagMap
    /// What satisfies a condition; the complaint follows the member's path when it does not.
    case special(complaint: String, schema: Value, holds: @Sendable (Value) -> Bool)
    /// Anything, kept as it is: what another program reads.
    case anything
    case object([FileField])
    case objects([FileField])
  }

  package let name: String
  package let kind: Kind
  /// One sentence, without a full stop.
  package let about: String
  package var isRequired = false

  package init(_ name: String, _ kind: Kind, _ about: String, required: Bool = false) {
    self.name = name
    self.kind = kind
    self.about = about
    isRequired = required
  }
}
