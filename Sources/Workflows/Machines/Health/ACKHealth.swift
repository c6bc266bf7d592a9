import Documents
import KubernetesClient

/// What ACK Distro's own checks of a cluster say (trident's `OpsTask`, in namespace `acs-system`).
struct ACKHealth: Sendable, Hashable {
  /// A check that does not pass.
  struct Failure: Sendable, Hashable {
    /// Its name, as the image calls it.
    let name: String
    /// How bad it is, in the image's words; nil when it does not say.
    let level: String?
    /// What it found, and what it was about.
    let reason: String?
    /// What to do about it.
    let solution: String?

    /// One line for people.
    var text: String {
      let grade = level.map { " (\($0))" } ?? ""
      let cure = solution.map { "; \($0)" } ?? ""
      return "\(name)\(grade): \(reason ?? "it does not pass")\(cure)"
        .split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  /// The type of the objects that hold the results.
  static let type = ResourceType(
    group: "trident.apsara-stack.alibaba-inc.com", version: "v1alpha1", plural: "opstasks",
    kind: "OpsTask", isNamespaced: true)
  /// Where they are.
  static let namespace = "acs-system"

  /// How many checks there are.
  let total: Int
  /// Those that do not pass, in order of their names.
  let failures: [Failure]
  /// Tasks that have not ended yet, or not begun again.
  let unfinished: [String]

  /// When each task began last, by name, as the cluster writes it.
  static func starts(of tasks: [Value]) -> [String: String] {
    let pairs = tasks.compactMap { task -> (String, String)? in
      guard let name = task.at("metadata", "name")?.string, let start = start(task) else {
        return nil
      }
      return (name, start)
    }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  private static func start(_ task: Value) -> String? {
    task.at("status", "lastInstanceStatus", "start")?.string
  }

  /// Reads the results.
  ///
  /// - Parameter former: when tasks began last before they were told to run again; those that have not begun since have not
  ///   ended either.
  init(tasks: [Value], since former: [String: String] = [:]) {
    var failures: [Failure] = []
    var unfinished: [String] = []
    var total = 0
    for task in tasks {
      let name = task.at("metadata", "name")?.string ?? ""
      let last = task.at("status", "lastInstanceStatus")
      let tests = last?["testResults"]?.array ?? []
      let isFormer = former[name].map { $0 == Self.start(task) } ?? false
      guard !isFormer, last?["completion"]?.string != nil || !tests.isEmpty else {
        unfinished.append(name)
        continue
      }
      total += max(1, tests.count)
      failures += tests.filter { $0["status"]?.string?.lowercased() == "fail" }.map(Self.failure)
      if let error = Self.text(last?["error"]) {
        failures.append(Failure(name: name, level: nil, reason: error, solution: nil))
      }
    }
    self.total = total
    self.failures = failures.sorted { $0.name < $1.name }
    self.unfinished = unfinished.sorted()
  }

  private static func failure(_ test: Value) -> Failure {
    let target = text(test["target"]).map { " (\($0))" } ?? ""
    return Failure(
      name: text(test["testName"]) ?? "a check without a name", level: text(test["level"]),
      reason: text(test["message"]).map { $0 + target }, solution: text(test["solution"]))
  }

  private static func text(_ value: Value?) -> String? {
    guard let text = value?.string, !text.isEmpty else { return nil }
    return text
  }
}
