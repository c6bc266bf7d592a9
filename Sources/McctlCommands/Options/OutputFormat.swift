import ArgumentParser
import Documents

/// The value of `-o`.
enum OutputFormat: ExpressibleByArgument, Sendable {
  case table
  case wide
  case json
  case yaml
  case name
  case jsonPath(JSONPath)
  case customColumns([CustomColumn])

  /// The formats by the words that stand for them.
  private static let words: [String: OutputFormat] = [
    "table": .table, "wide": .wide, "json": .json, "yaml": .yaml, "name": .name,
  ]

  /// What help and completion list.
  static let allValueStrings = [
    "table", "wide", "json", "yaml", "name", "jsonpath=TEMPLATE", "custom-columns=SPEC",
  ]

  static let defaultCompletionKind = CompletionKind.list([
    "table", "wide", "json", "yaml", "name", "jsonpath=", "custom-columns=",
  ])

  /// Reads a format; nil for unknown words. Templates that cannot be read are told apart by `parse`.
  init?(argument: String) {
    guard let format = try? Self.parse(argument) else { return nil }
    self = format
  }

  /// Reads a format; throws `ValidationError` with what is wrong.
  static func parse(_ text: String) throws -> OutputFormat {
    if let format = words[text] { return format }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts[0], parts.count) {
    case ("jsonpath", 2): return .jsonPath(try template(String(parts[1])))
    case ("custom-columns", 2): return .customColumns(try CustomColumn.parse(String(parts[1])))
    default:
      throw ValidationError(
        "\"\(text)\" is no output format; possible are \(allValueStrings.joined(separator: ", "))")
    }
  }

  /// More columns are wanted, which may take more reading.
  var isWide: Bool {
    if case .wide = self { true } else { false }
  }

  /// The result's document is shown, not only its table or names.
  var showsDocument: Bool {
    switch self {
    case .json, .yaml, .jsonPath, .customColumns: true
    case .table, .wide, .name: false
    }
  }

  /// Errors are printed as JSON, too.
  var isJSON: Bool {
    if case .json = self { true } else { false }
  }

  private static func template(_ text: String) throws -> JSONPath {
    do {
      return try JSONPath(text)
    } catch {
      throw ValidationError("jsonpath template \"\(text)\": \(error.message)")
    }
  }
}

/// One column of `-o custom-columns`: `NAME:.metadata.name`.
struct CustomColumn: Sendable {
  /// The header.
  let title: String
  /// Where the cell's text is in the object.
  let path: PathExpression

  /// Reads `TITLE:PATH,TITLE:PATH`; throws `ValidationError`.
  static func parse(_ text: String) throws -> [CustomColumn] {
    try split(text).map { part in
      let pieces = part.split(separator: ":", maxSplits: 1)
      guard pieces.count == 2 else {
        throw ValidationError(
          "custom column \"\(part)\" is not of the form TITLE:PATH, such as NAME:.name")
      }
      do throws(DocumentError) {
        return CustomColumn(
          title: String(pieces[0]), path: try PathExpression(String(pieces[1])))
      } catch {
        throw ValidationError("custom column \"\(part)\": \(error.message)")
      }
    }
  }

  /// Splits at commas outside of brackets, which filters such as `[?(@.a=="x,y")]` may contain.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
