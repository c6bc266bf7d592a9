/// A quantity as Kubernetes writes it, `253856256Ki` or `64` or `1500m`, as people read it.
public struct Quantity: Sendable, Hashable {
  /// The number it stands for.
  public let value: Double

  private static let suffixes: [String: Double] = [
    "": 1, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18,
    "Ki": 1024, "Mi": 1_048_576, "Gi": 1_073_741_824, "Ti": 1_099_511_627_776,
    "Pi": 1_125_899_906_842_624, "Ei": 1.152921504606847e18,
  ]

  /// Reads a quantity (Kubernetes apimachinery, resource.Quantity); nil for anything else.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
    let rest = String(text.dropFirst(digits.count))
    if let factor = Self.suffixes[rest], let number = Double(digits) {
      value = number * factor
    } else if rest.lowercased().hasPrefix("e"), let number = Double(text), number.isFinite {
      value = number
    } else {
      return nil
    }
  }

  /// As a plain number: `64`, `1.5`.
  public var plain: String { Self.rounded(value) }

  /// In binary units: `242.1Gi`.
  public var binary: String {
    for (suffix, factor) in [
      ("Ei", 1.152921504606847e18), ("Pi", 1_125_899_906_842_624), ("Ti", 1_099_511_627_776.0),
      ("Gi", 1_073_741_824), ("Mi", 1_048_576), ("Ki", 1024),
    ] where abs(value) >= factor {
      return Self.rounded(value / factor) + suffix
    }
    return Self.rounded(value)
  }

  /// One digit after the point, none when it is zero.
  private static func rounded(_ number: Double) -> String {
    guard abs(number) < 1e15 else { return "\(number)" }
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }
}
