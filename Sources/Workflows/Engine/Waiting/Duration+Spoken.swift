extension Duration {
  /// For people: `45s`, `10m`, `1h30m`.
  package var spoken: String {
    let seconds = Int(components.seconds)
    guard seconds > 0 else { return "0s" }
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }

  private static let units: [(name: String, milliseconds: Int)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
  ]

  /// Reads `90s`, `5m`, `1h30m`, `30d`, `500ms`, or `0`; nil for anything that is not a sum of numbers with
  /// units, each unit at most once and in falling order.
  package init?(spoken text: String) {
    if text == "0" {
      self = .zero
      return
    }
    var rest = text[...]
    var remainingUnits = Self.units[...]
    var total = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let name = rest.dropFirst(digits.count).prefix { $0.isLetter }
      guard let number = Int(digits),
        let index = remainingUnits.firstIndex(where: { $0.name == name })
      else { return nil }
      let (product, productOverflows) = number.multipliedReportingOverflow(
        by: remainingUnits[index].milliseconds)
      let (sum, sumOverflows) = total.addingReportingOverflow(product)
      guard !productOverflows, !sumOverflows else { return nil }
      total = sum
      remainingUnits = remainingUnits[(index + 1)...]
      rest = rest.dropFirst(digits.count + name.count)
    }
    guard !text.isEmpty else { return nil }
    self = .milliseconds(total)
  }
}
