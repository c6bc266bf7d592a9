public import Documents

/// A list as the server prints it.
public struct ResourceTable: Sendable, Hashable {
  /// How much of each object comes with its row.
  public enum IncludedObjects: String, Sendable, Hashable {
    /// Nothing.
    case none = "None"
    /// Its metadata.
    case metadata = "Metadata"
    /// All of it.
    case object = "Object"
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public let name: String
    /// The type of its cells: `string`, `integer`, `number`, `boolean`, `date`.
    public let type: String
    /// What kind of string it is, such as `name`.
    public let format: String
    /// What it means.
    public let description: String
    /// 0 for the columns that are always shown, more for those of `-o wide`.
    public let priority: Int
  }

  /// A row.
  public struct Row: Sendable, Hashable {
    /// One cell a column.
    public let cells: [Value]
    /// The object, or its metadata, as far as it was asked for.
    public let object: Value?
  }

  /// The columns.
  public let columns: [Column]
  /// The rows.
  public let rows: [Row]
  /// The version of the collection that the table shows.
  public let resourceVersion: String

  /// Puts a table together.
  public init(columns: [Column], rows: [Row], resourceVersion: String) {
    self.columns = columns
    self.rows = rows
    self.resourceVersion = resourceVersion
  }

  /// The cell of a row under a heading, whatever its case; nil where there is none.
  public func cell(_ column: String, of row: Row) -> Value? {
    let name = column.lowercased()
    guard let index = columns.firstIndex(where: { $0.name.lowercased() == name }),
      row.cells.indices.contains(index)
    else { return nil }
    return row.cells[index]
  }

  static func columns(_ page: Value) -> [Column] {
    (page["columnDefinitions"]?.array ?? []).map {
      Column(
        name: $0["name"]?.string ?? "", type: $0["type"]?.string ?? "",
        format: $0["format"]?.string ?? "", description: $0["description"]?.string ?? "",
        priority: $0["priority"]?.int ?? 0)
    }
  }
}
