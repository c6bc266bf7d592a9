import Documents

/// A version of Kubernetes, as servers, kubelets and the tags of cluster images tell it.
struct KubernetesVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  let major: Int
  let minor: Int
  let patch: Int

  init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `v1.22.15-aliyun.1`, `1.22.15`, and `v1-22-15-ack-13`, as ACK Distro writes it; nil for anything else.
  init?(_ text: String) {
    var rest = text[...]
    if rest.first == "v" { rest = rest.dropFirst() }
    var numbers: [Int] = []
    for index in 0..<3 {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), digits.count < 6 else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      guard index < 2 else { break }
      guard rest.first == "." || rest.first == "-" else { return nil }
      rest = rest.dropFirst()
    }
    guard rest.isEmpty || "-+.".contains(rest.first ?? " ") else { return nil }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  /// The version behind the tag of a cluster image; nil where the tag does not tell.
  init?(image: String) {
    guard let tag = ImageTag.tag(image) else { return nil }
    self.init(tag)
  }

  var description: String { "\(major).\(minor).\(patch)" }

  static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
