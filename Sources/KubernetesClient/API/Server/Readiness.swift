/// What `/readyz?verbose` says.
public struct Readiness: Sendable, Hashable {
  /// One thing that the API server looks at.
  public struct Check: Sendable, Hashable {
    /// The check's name, such as `etcd`.
    public let name: String
    /// Whether it passed.
    public let passed: Bool
    /// What the server says of it, as far as it says more than "ok".
    public let detail: String

    /// Describes a check.
    public init(name: String, passed: Bool, detail: String = "") {
      self.name = name
      self.passed = passed
      self.detail = detail
    }
  }

  /// Whether the API server takes requests.
  public let isReady: Bool
  /// What it looked at, in its order.
  public let checks: [Check]

  /// Describes a server's readiness.
  public init(isReady: Bool, checks: [Check]) {
    self.isReady = isReady
    self.checks = checks
  }

  /// The checks that failed.
  public var failures: [Check] { checks.filter { !$0.passed } }

  /// Reads the lines `[+]ping ok` and `[-]etcd failed: reason withheld`.
  init(verbose text: String, isReady: Bool) {
    var checks: [Check] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let passed = line.hasPrefix("[+]")
      guard passed || line.hasPrefix("[-]") else { continue }
      let words = line.dropFirst(3)
      let name = words.prefix { $0 != " " }
      let rest = words.dropFirst(name.count).drop { $0 == " " }
      checks.append(
        Check(name: String(name), passed: passed, detail: rest == "ok" ? "" : String(rest)))
    }
    self.init(isReady: isReady, checks: checks)
  }
}
