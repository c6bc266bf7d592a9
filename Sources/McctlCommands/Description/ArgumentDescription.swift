import Documents

/// An argument, option or flag with everything help says about it.
struct ArgumentDescription: Sendable, Hashable {
  /// The section of what belongs to the command itself.
  static let ownSection = "Options"
  /// The section of what is the same for every command.
  static let globalSection = "Global options"

  /// Stands by itself, without a name.
  let isPositional: Bool
  /// The names as typed, short ones first: `-o`, `--output`.
  private(set) var names: [String]
  /// What its value is called; empty for flags.
  let valueName: String
  /// What it is for.
  let abstract: String
  /// What it is without being given; nil when nothing.
  let defaultValue: String?
  /// The values it may have; empty when it is not one of a few.
  let values: [String]
  /// The title of its section.
  let section: String
  /// It may be left out.
  let isOptional: Bool
  /// It may be given more than once.
  let isRepeating: Bool

  /// Reads an argument of the parser's dump.
  init(_ dump: Value) {
    isPositional = dump["kind"] == "positional"
    names = (dump["names"]?.array ?? []).map { name in
      (name["kind"] == "long" ? "--" : "-") + (name["name"]?.string ?? "")
    }.sorted { ($0.count, $0) < ($1.count, $1) }
    let isFlag = dump["kind"] == "flag"
    valueName = isFlag ? "" : dump["valueName"]?.string ?? ""
    abstract = dump["abstract"]?.string ?? ""
    defaultValue = dump["defaultValue"]?.string
    values = (dump["allValues"]?.array ?? []).compactMap(\.string)
    section = dump["sectionTitle"]?.string ?? Self.ownSection
    isOptional = dump["isOptional"]?.bool ?? true
    isRepeating = dump["isRepeating"]?.bool ?? false
  }

  /// This flag and the one that switches the same off, as one entry; nil when the other is something else.
  func joined(with other: ArgumentDescription) -> ArgumentDescription? {
    guard names.count == 1, other.names == [names[0].replacing("--", with: "--no-")],
      abstract == other.abstract || other.abstract.isEmpty
    else { return nil }
    var pair = self
    pair.names += other.names
    return pair
  }

  /// As it is typed: `--output <format>`, `<names>...`.
  var synopsis: String {
    guard isPositional else {
      let value = valueName.isEmpty ? "" : " <\(valueName)>"
      return names.joined(separator: ", ") + value
    }
    let text = "<\(valueName)>" + (isRepeating ? "..." : "")
    return isOptional ? "[\(text)]" : text
  }

  /// What it is for, with its values and default.
  var explanation: String {
    var notes: [String] = []
    if !values.isEmpty { notes.append("values: \(values.joined(separator: ", "))") }
    if let defaultValue { notes.append("default: \(defaultValue)") }
    return notes.isEmpty ? abstract : "\(abstract) (\(notes.joined(separator: "; ")))"
  }
}
