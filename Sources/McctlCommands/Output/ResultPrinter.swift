import Documents
import Terminal

/// Writes a command's result to standard output: the one place that does.
struct ResultPrinter: Sendable {
  private let streams: Streams
  /// What `-o` asks for.
  let format: OutputFormat
  private let showsHeader: Bool
  /// Whether and how results are coloured.
  let palette: Palette

  /// - Parameters:
  ///   - format: what `-o` asks for.
  ///   - showsHeader: false for `--no-headers`.
  ///   - color: the value of `--color`.
  init(streams: Streams, format: OutputFormat, showsHeader: Bool = true, color: ColorChoice) {
    self.streams = streams
    self.format = format
    self.showsHeader = showsHeader
    palette = Palette(
      isColored: color.usesColor(
        streamIsTerminal: streams.terminal.outputIsTerminal,
        environment: streams.terminal.environment))
  }

  /// Writes the result in the format that was asked for.
  func print(_ outcome: CommandOutcome) throws {
    let text = try text(outcome)
    if !text.isEmpty { try streams.output.write(text) }
  }

  /// Writes a piece of a result that grows while the command runs, such as a row of a watch.
  func stream(_ text: String) throws(TerminalError) {
    try streams.output.write(text)
  }

  /// The result in the format that was asked for.
  func text(_ outcome: CommandOutcome) throws -> String {
    switch format {
    case .table: return human(outcome, isWide: false)
    case .wide: return human(outcome, isWide: true)
    case .json: return JSON.text(outcome.document, pretty: true) + "\n"
    case .yaml: return YAML.text(outcome.document)
    case .name: return outcome.names.map { $0 + "\n" }.joined()
    case .jsonPath(let path): return try rendering { try path.render(outcome.document) }
    case .customColumns(let columns): return try rendering { try self.columns(columns, outcome) }
    }
  }

  private func human(_ outcome: CommandOutcome, isWide: Bool) -> String {
    switch outcome.human {
    case .text(let text): text
    case .nothing: ""
    case .table(let narrow, let wide): table(isWide ? wide : narrow)
    }
  }

  /// A table as it is printed everywhere; fitted to the window on a terminal.
  func table(_ table: Table) -> String {
    let terminal = streams.terminal
    return table.text(
      width: terminal.outputIsTerminal ? terminal.size.columns : nil, showsHeader: showsHeader,
      palette: palette, ellipsis: Symbols.fitting(terminal).ellipsis)
  }

  private func columns(_ columns: [CustomColumn], _ outcome: CommandOutcome) throws -> String {
    let objects = outcome.document["items"]?.array ?? [outcome.document]
    let rows = try objects.map { object in try columns.map { try $0.path.columnText(in: object) } }
    return table(Table(titles: columns.map(\.title), rows: rows))
  }

  /// Templates are read before anything is done, but some mistakes show only on a document.
  private func rendering(_ render: () throws -> String) throws -> String {
    do {
      return try render()
    } catch let error as DocumentError {
      throw UserFacingError(
        .outputTemplate, status: .failed, what: "the result cannot be shown as asked for with -o",
        why: error.message, next: ["look at the fields there are with -o json"])
    }
  }
}

extension ResultPrinter {
  /// Rows of a table that are written one by one.
  struct Rows {
    /// The header's line; nil where none is wanted.
    let header: String?
    private var stream: TableStream
    private let width: @Sendable () -> Int?

    fileprivate init(_ stream: TableStream, header: String?, width: @escaping @Sendable () -> Int?)
    {
      self.stream = stream
      self.header = header
      self.width = width
    }

    /// The line of the next row.
    mutating func row(_ cells: [Cell]) -> String {
      stream.row(cells, width: width())
    }
  }

  /// Begins a table whose rows come one by one.
  func stream(columns: [Column], widths: [Int]) -> Rows {
    let terminal = streams.terminal
    let stream = TableStream(
      columns: columns, widths: widths, palette: palette,
      ellipsis: Symbols.fitting(terminal).ellipsis)
    return Rows(stream, header: hasHeader ? stream.header() : nil) {
      terminal.outputIsTerminal ? terminal.size.columns : nil
    }
  }

  private var hasHeader: Bool {
    switch format {
    case .table, .wide: showsHeader
    case .json, .yaml, .name, .jsonPath, .customColumns: false
    }
  }
}
