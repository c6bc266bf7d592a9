/// Reads a Kubernetes list while it arrives: bytes go in, split anywhere, and items come out as soon
/// as each is complete. It holds one item at most, however long the list is.
///
///     var decoder = ListItemDecoder()
///     for try await chunk in body { for item in try decoder.feed(chunk) { … } }
///     let metadata = try decoder.finish().metadata
public struct ListItemDecoder: Sendable {
  private var scanner: ListScanner
  private var scratch = JSONScratch()
  private let limits: Limits
  private var envelope: [UInt8] = []
  private var item: [UInt8] = []
  private var itemCount = 0

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - arrayKey: the member of the list that holds the items; `rows` for a Table.
  ///   - limits: for each item, and for what is around the items.
  public init(arrayKey: String = "items", limits: Limits = .listItem) {
    scanner = ListScanner(arrayKey: arrayKey)
    self.limits = limits
  }

  /// Takes the next bytes and returns the items that they complete.
  ///
  /// - Throws: `DocumentError` when the bytes cannot be the beginning of a list, or an item is not
  ///   JSON or exceeds the limits. Nothing can be fed after that.
  public mutating func feed(_ bytes: [UInt8]) throws(DocumentError) -> [Value] {
    try bytes.withUnsafeBufferPointer { buffer throws(DocumentError) in try feed(buffer) }
  }

  /// Takes the next bytes and returns the items that they complete.
  ///
  /// - Throws: as the form for arrays.
  public mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) -> [Value] {
    var items: [Value] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let step = try scanner.advance(UnsafeBufferPointer(rebasing: rest))
      let part = UnsafeBufferPointer(rebasing: rest.prefix(step.count))
      rest = rest.dropFirst(step.count)
      switch step.kind {
      case .envelope:
        try appendToEnvelope(part)
      case .itemPart:
        try appendToItem(part)
      case .separator:
        break
      case .itemEnd:
        items.append(try decodeItem(endingWith: part))
      }
    }
    return items
  }

  /// Ends the list and returns what it holds beside its items.
  ///
  /// - Throws: `DocumentError` when the bytes so far are not a whole JSON object.
  public mutating func finish() throws(DocumentError) -> ListEnvelope {
    guard scanner.isComplete else {
      throw DocumentError("the list ends too early, after \(itemCount) items")
    }
    let value = try JSON.decode(envelope, limits: limits)
    return ListEnvelope(value: value, itemCount: itemCount, hasItems: scanner.foundArray)
  }

  private mutating func appendToEnvelope(
    _ part: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    guard envelope.count + part.count <= limits.maxBytes else {
      throw DocumentError("the list without its items is larger than \(limits.maxBytes) bytes")
    }
    envelope.append(contentsOf: part)
  }

  private mutating func appendToItem(
    _ part: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    guard item.count + part.count <= limits.maxBytes else {
      throw DocumentError("item \(itemCount) of the list is larger than \(limits.maxBytes) bytes")
    }
    item.append(contentsOf: part)
  }

  private mutating func decodeItem(
    endingWith part: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) -> Value {
    if item.isEmpty { return try parse(part) }
    try appendToItem(part)
    let bytes = item
    item.removeAll(keepingCapacity: true)
    return try bytes.withUnsafeBufferPointer { buffer throws(DocumentError) in try parse(buffer) }
  }

  private mutating func parse(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) -> Value {
    var parser = JSONParser(
      bytes, limits: limits, refusesDuplicateKeys: false, scratch: scratch)
    scratch = JSONScratch()  // gives up this reference, so that the parser need not copy
    defer {
      scratch = parser.scratch
      scratch.removeOpenContainers()
    }
    do {
      let value = try parser.parseDocument()
      itemCount += 1
      return value
    } catch {
      throw DocumentError("item \(itemCount) of the list: \(error.reason.text)")
    }
  }
}

extension Limits {
  /// For one item of a list: etcd takes no object above 1.5 MB by default, which JSON can make
  /// some times longer.
  public static let listItem = Limits(maxBytes: 16 << 20)
}
