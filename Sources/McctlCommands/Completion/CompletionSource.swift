import Documents
import KubernetesClient
import Workflows

/// Finds candidates for a word that is being typed. It is silent about everything that goes wrong: a shell has no place
/// for errors in the middle of a line.
struct CompletionSource {
  private let words: [String]
  private let invocation: Invocation?

  /// - Parameter words: the words typed so far, the program's name first.
  init(words: [String], invocation: Invocation? = Invocation.current) {
    self.words = words.map(Self.unquoted)
    self.invocation = invocation
  }

  /// The contexts of the kubeconfig that the first given of the flags names.
  func contexts(flags: [String], prefix: String) -> [String] {
    let path = flags.lazy.compactMap(value).first
    return kubeconfig(path)?.contexts.filter { $0.hasPrefix(prefix) } ?? []
  }

  /// The names of the hub's clusters, or nothing when it does not answer in time.
  func clusterNames(prefix: String) async -> [String] {
    guard let invocation else { return [] }
    return await withTaskGroup(of: [String]?.self) { group in
      group.addTask { await readNames(invocation) }
      group.addTask {
        try? await Task.sleep(for: invocation.completionPatience)
        return nil
      }
      defer { group.cancelAll() }
      let names = await group.next() ?? nil
      return (names ?? []).filter { $0.hasPrefix(prefix) }
    }
  }

  private func readNames(_ invocation: Invocation) async -> [String] {
    let context = value("--context") ?? EnvironmentDefault("MCCTL_CONTEXT").text(invocation)
    do {
      guard let config = try kubeconfig(value("--kubeconfig"))?.resolve(context: context) else {
        return []
      }
      let options = ClientOptions(
        userAgent: ProgramVersion.userAgent, requestTimeout: invocation.completionPatience)
      let hub = try invocation.connect(config, options)
      let table = try await ClusterList().table(on: hub)
      return table.rows.compactMap { table.cell("Name", of: $0)?.string }
    } catch {
      return []
    }
  }

  private func kubeconfig(_ path: String?) -> Kubeconfig? {
    guard let invocation else { return nil }
    return try? Kubeconfig.load(
      explicitPath: path, environment: invocation.environment,
      homeDirectory: invocation.homeDirectory)
  }

  /// The value that a flag has in the words, as `--flag value` or `--flag=value`.
  private func value(_ flag: String) -> String? {
    for (index, word) in words.enumerated() {
      if word == flag, index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix(flag + "=") { return String(word.dropFirst(flag.count + 1)) }
    }
    return nil
  }

  /// Shells pass words as typed, with their quotes.
  private static func unquoted(_ word: String) -> String {
    guard word.count >= 2, let quote = word.first, quote == "'" || quote == "\"",
      word.last == quote
    else { return word }
    return String(word.dropFirst().dropLast())
  }
}
