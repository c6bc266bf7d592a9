/// Builds values from libyaml's events.
struct YAMLComposer {
  let reader: YAMLEventReader
  private let source: String?
  private let limits: Limits
  private let keepsPositions: Bool
  private var remainingNodes: Int
  private var remainingExpansion: Int
  private var anchors: [String: YAMLNode] = [:]
  private var openAnchors: Set<String> = []

  init(reader: YAMLEventReader, source: String?, limits: Limits, keepsPositions: Bool) {
    self.reader = reader
    self.source = source
    self.limits = limits
    self.keepsPositions = keepsPositions
    remainingNodes = limits.maxNodes
    remainingExpansion = limits.maxAliasExpansion
  }

  /// Reads to the end of the stream.
  mutating func composeStream() throws(DocumentError) -> [LocatedDocument] {
    var documents: [LocatedDocument] = []
    while true {
      switch try reader.next().kind {
      case .streamEnd:
        return documents
      case .documentStart:
        anchors = [:]
        let event = try reader.next()
        let node = try composeNode(event, depth: 0)
        guard !node.value.isNull else { continue }
        documents.append(
          LocatedDocument(
            value: node.value, source: source, start: event.mark,
            places: keepsPositions ? node.place : nil))
      default:
        continue
      }
    }
  }

  /// Builds the node that `event` begins.
  mutating func composeNode(_ event: YAMLEvent, depth: Int) throws(DocumentError) -> YAMLNode {
    switch event.kind {
    case .alias(let name):
      return try expand(name, at: event.mark, depth: depth)
    case .scalar(let scalar):
      try countNode(at: event.mark)
      let value = try resolve(scalar, at: event.mark)
      let node = YAMLNode(value: value, place: YAMLPlace(event.mark))
      if let anchor = scalar.anchor { anchors[anchor] = node }
      return node
    case .sequenceStart(let anchor):
      try countNode(at: event.mark)
      return try anchored(anchor) { (composer) throws(DocumentError) in
        try composer.composeSequence(at: event.mark, depth: depth + 1)
      }
    case .mappingStart(let anchor):
      try countNode(at: event.mark)
      return try anchored(anchor) { (composer) throws(DocumentError) in
        try composer.composeMapping(at: event.mark, depth: depth + 1)
      }
    default:
      throw failure("the document ends too early", at: event.mark)
    }
  }

  private mutating func composeSequence(
    at mark: YAMLMark, depth: Int
  ) throws(DocumentError) -> YAMLNode {
    try checkDepth(depth, at: mark)
    var elements: [Value] = []
    var node = YAMLNode(value: .null, place: YAMLPlace(mark), height: 1)
    while true {
      let event = try reader.next()
      if case .sequenceEnd = event.kind { break }
      let element = try composeNode(event, depth: depth)
      elements.append(element.value)
      node.include(element, keepingPlace: keepsPositions)
    }
    node.value = .array(elements)
    return node
  }

  private mutating func composeMapping(
    at mark: YAMLMark, depth: Int
  ) throws(DocumentError) -> YAMLNode {
    try checkDepth(depth, at: mark)
    var mapping = YAMLMapping(mark: mark, keepsPlaces: keepsPositions)
    while true {
      let event = try reader.next()
      if case .mappingEnd = event.kind { return mapping.finished() }
      if case .scalar(let scalar) = event.kind, scalar.isMergeKey {
        let valueEvent = try reader.next()
        let merged = try composeNode(valueEvent, depth: depth)
        guard mapping.merge(merged) else {
          throw failure("\"<<\" takes a mapping or a list of mappings", at: valueEvent.mark)
        }
        continue
      }
      let keyNode = try composeNode(event, depth: depth)
      guard let key = keyNode.value.yamlKey else {
        throw failure("\(keyNode.value.kindName) cannot be a key", at: event.mark)
      }
      guard !mapping.contains(key) else {
        throw failure("duplicate key \(JSON.text(.string(key)))", at: event.mark)
      }
      let value = try composeNode(try reader.next(), depth: depth)
      mapping.add(value, forKey: key, at: event.mark)
    }
  }
}

extension YAMLComposer {
  private mutating func anchored(
    _ anchor: String?, _ compose: (inout YAMLComposer) throws(DocumentError) -> YAMLNode
  ) throws(DocumentError) -> YAMLNode {
    guard let anchor else { return try compose(&self) }
    openAnchors.insert(anchor)
    let node = try compose(&self)
    openAnchors.remove(anchor)
    anchors[anchor] = node
    return node
  }

  private mutating func expand(
    _ name: String, at mark: YAMLMark, depth: Int
  ) throws(DocumentError) -> YAMLNode {
    if openAnchors.contains(name) {
      throw failure("the anchor \"\(name)\" contains itself", at: mark)
    }
    guard let node = anchors[name] else { throw failure("unknown anchor \"\(name)\"", at: mark) }
    try checkDepth(depth + node.height, at: mark)
    remainingExpansion -= node.size
    guard remainingExpansion >= 0 else {
      throw failure("aliases add more than \(limits.maxAliasExpansion) values", at: mark)
    }
    return node
  }

  private func resolve(
    _ scalar: YAMLScalar, at mark: YAMLMark
  ) throws(DocumentError) -> Value {
    do {
      return try YAMLScalarResolver.resolve(scalar)
    } catch {
      throw failure(error.message, at: mark)
    }
  }

  private mutating func countNode(at mark: YAMLMark) throws(DocumentError) {
    remainingNodes -= 1
    guard remainingNodes >= 0 else {
      throw failure("more than \(limits.maxNodes) values", at: mark)
    }
  }

  private func checkDepth(_ depth: Int, at mark: YAMLMark) throws(DocumentError) {
    guard depth <= limits.maxDepth else {
      throw failure("nested deeper than \(limits.maxDepth) levels", at: mark)
    }
  }

  private func failure(_ message: String, at mark: YAMLMark) -> DocumentError {
    DocumentError(message, source: source, line: mark.line, column: mark.column)
  }
}
