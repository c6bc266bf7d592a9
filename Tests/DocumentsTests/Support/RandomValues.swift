import Documents

/// A source of random numbers that gives the same ones for the same seed (SplitMix64), so that a
/// failure can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Value {
  /// A random value whose texts lean towards what is hard to write: signs of YAML, escapes, spaces,
  /// line breaks, look-alikes of other types.
  static func random(using generator: inout SeededGenerator, depth: Int = 4) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .integer(.random(in: -1000...1000, using: &generator))
    case 3: return .integer(.random(in: .min ... .max, using: &generator))
    case 4:
      return ["0.5", "-1.25e-7", "18446744073709551616"].map(Value.decimal)
        .randomElement(using: &generator) ?? .null
    case 8, 9:
      let count = Int.random(in: 0..<4, using: &generator)
      return .array((0..<count).map { _ in random(using: &generator, depth: depth - 1) })
    case 10, 11:
      let count = Int.random(in: 0..<4, using: &generator)
      return .object(
        Object(
          (0..<count).map { _ in
            (randomText(using: &generator), random(using: &generator, depth: depth - 1))
          }))
    default: return .string(randomText(using: &generator))
    }
  }

  /// A random text.
  static func randomText(using generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "b", "key", " ", "  ", "\n", "\t", ":", ": ", "#", " #", "-", "- ", "'", "\"", "\\", "|",
      ">", "{", "}", "[", "]", ",", "&", "*", "!", "%", "@", "`", "?", "? ", "yes", "null", "~",
      "0",
      "1", "0x1F", "1e3", ".5", "2020-01-01", "é", "日本", "😀", "\r", "\0", "\u{85}", "\u{2028}",
      "\u{FEFF}", "---", "...", "<<", "=", "\u{7F}", "\u{301}",
    ]
    let count = Int.random(in: 0..<6, using: &generator)
    return (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
  }
}

extension [UInt8] {
  /// These bytes with a few of them changed, dropped, doubled or cut off.
  func mutated(using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = self
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = .random(in: .min ... .max, using: &generator)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3: bytes.removeSubrange(place...)
      default:
        bytes[place] = Array(#"{}[]:,"'\-&*!|>#?<~ "#.utf8).randomElement(using: &generator) ?? 0
      }
    }
    return bytes
  }
}
