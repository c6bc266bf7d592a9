import Documents

/// The documents of a Clusterfile as they were written: what sealer is to get of them is kept to the byte.
struct ClusterfileParts {
  /// One document each, with the line of hyphens before it where there is one.
  private let parts: [[UInt8]]

  /// Parts a text at its lines of hyphens; inside of a document there can be none.
  init(_ bytes: [UInt8]) {
    var parts: [[UInt8]] = [[]]
    for line in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ) {
      if Self.beginsDocument(line) { parts.append([]) }
      parts[parts.count - 1] += line + [UInt8(ascii: "\n")]
    }
    // What stands behind the last line feed is no line.
    parts[parts.count - 1].removeLast()
    self.parts = parts
  }

  /// All documents but those of one kind, as one text; nil when there are none.
  ///
  /// - Parameter documents: what all of them say. Where the parts do not say the same, as in a file in UTF-16, they are
  ///   written anew.
  func others(than kind: String, of documents: [Value]) -> String? {
    let isOther = { (value: Value) in value["kind"]?.string != kind }
    let others = documents.filter(isOther)
    guard !others.isEmpty else { return nil }
    let kept = parts.filter { part in
      (try? YAML.decodeAll(part))?.first.map(isOther) ?? false
    }
    var text = ""
    for part in kept {
      let piece = String(decoding: part, as: UTF8.self)
      if !text.isEmpty, !Self.beginsDocument(part[...]) { text += "---\n" }
      text += piece
    }
    return (try? YAML.decodeAll(text)) == others ? text : YAML.text(all: others)
  }

  private static func beginsDocument(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: Array("---".utf8)) else { return false }
    let next = line.dropFirst(3).first
    return next.map { [0x20, 0x09, 0x0D, 0x0A].contains($0) } ?? true
  }
}
