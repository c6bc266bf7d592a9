extension HTTPBody {
  /// A body in one piece.
  init(whole bytes: [UInt8]) {
    let piece = SinglePiece(bytes)
    self.init { await piece.take() }
  }
}

private actor SinglePiece {
  private var bytes: [UInt8]?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.isEmpty ? nil : bytes
  }

  func take() -> [UInt8]? {
    defer { bytes = nil }
    return bytes
  }
}
