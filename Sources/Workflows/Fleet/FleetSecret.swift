import Documents

/// Where a secret of the fleet file comes from; never the secret itself.
public enum FleetSecret: Sendable, Hashable {
  /// An environment variable holds it.
  case environment(String)
  /// A file holds it; relative to the fleet file.
  case file(String)

  /// Reads `${NAME}`, `{env: NAME}` or `{file: PATH}`; nil for anything else.
  init?(_ value: Value) {
    switch value {
    case .string(let text):
      guard text.hasPrefix("${"), text.hasSuffix("}"), text.count > 3 else { return nil }
      let name = String(text.dropFirst(2).dropLast())
      guard Self.isName(name) else { return nil }
      self = .environment(name)
    case .object(let members) where members.count == 1:
      if let name = members["env"]?.string, Self.isName(name) {
        self = .environment(name)
      } else if let path = members["file"]?.string, !path.isEmpty {
        self = .file(path)
      } else {
        return nil
      }
    default: return nil
    }
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    return text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
  }
}
