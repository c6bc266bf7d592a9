import Foundation

/// The project's files, as the tests of its layout read them.
struct SourceTree {
  /// The folder that holds Package.swift.
  let root: URL

  /// The tree this test was compiled from.
  init() {
    root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The names directly below a folder, hidden ones left out, sorted.
  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { !$0.hasPrefix(".") }
      .sorted()
  }

  /// Every Swift file below a folder, as paths relative to the root.
  func swiftFiles(below folder: String) -> [String] {
    let base = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: base.path)?.allObjects ?? []
    return found.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") }
      .map { "\(folder)/\($0)" }
      .sorted()
  }

  /// The text of one file.
  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The texts of the `LookScript`s that a file makes, with the file.
  func looks(in path: String) throws -> [(file: String, script: String)] {
    try text(path).split(separator: "LookScript(").dropFirst().compactMap { rest in
      let isLong = rest.drop { $0.isWhitespace || $0 == "#" }.hasPrefix("\"\"\"")
      let mark = isLong ? "\"\"\"" : "\""
      let parts = rest.split(separator: mark, maxSplits: 2, omittingEmptySubsequences: false)
      return parts.count == 3 ? (path, String(parts[1])) : nil
    }
  }

  /// The modules a file imports, with the attributes before the word `import`.
  func imports(of path: String) throws -> [Import] {
    // The expression is slow, and nearly no line needs it.
    try text(path).split(separator: "\n").compactMap {
      $0.contains("import ") ? Import(line: String($0), file: path) : nil
    }
  }
}

/// One import declaration.
struct Import: CustomStringConvertible {
  /// The top-level module's name.
  let module: String
  /// What stands before `import`: access level and attributes.
  let attributes: String
  /// The importing file, relative to the root.
  let file: String

  var description: String { "\(file) imports \(module)" }

  /// Reads a line; nil when it is no import.
  init?(line: String, file: String) {
    let pattern =
      /^((?:@\S+\s+|public\s+|package\s+|internal\s+|private\s+|fileprivate\s+)*)import\s+(?:(?:struct|class|enum|protocol|func|typealias|var|let)\s+)?([A-Za-z_][A-Za-z0-9_]*)/
    guard let match = line.firstMatch(of: pattern) else { return nil }
    module = String(match.2)
    attributes = String(match.1)
    self.file = file
  }
}
