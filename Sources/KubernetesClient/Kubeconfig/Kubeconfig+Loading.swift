import Documents

extension Kubeconfig {
  /// Reads and merges as kubectl does: `explicitPath` alone if given, else the files that `KUBECONFIG`
  /// in `environment` lists, else `.kube/config` in `homeDirectory`, else what a Pod is given.
  ///
  /// Files of the list that do not exist are skipped, an explicit one must exist. `environment` is also
  /// where proxies come from, and what credential plugins inherit.
  public static func load(
    explicitPath: String?, environment: [String: String], homeDirectory: String
  ) throws(KubeconfigError) -> Kubeconfig {
    try load(
      explicitPath: explicitPath, environment: environment, homeDirectory: homeDirectory,
      pod: .standard)
  }

  /// Reads a kubeconfig held in memory. It may not name files by relative paths.
  public static func fromText(
    _ text: String, source: String, environment: [String: String] = [:]
  ) throws(KubeconfigError) -> Kubeconfig {
    let file = try KubeconfigFile(text, source: source, directory: nil)
    return Kubeconfig(merging: [file], environment: environment)
  }

  static func load(
    explicitPath: String?, environment: [String: String], homeDirectory: String,
    pod: ServiceAccountMount
  ) throws(KubeconfigError) -> Kubeconfig {
    if let explicitPath {
      guard let file = try read(explicitPath) else { throw .fileNotFound(path: explicitPath) }
      let kubeconfig = Kubeconfig(merging: [file], environment: environment)
      if kubeconfig.isEmpty {
        throw .invalid(
          DocumentError("it has no clusters, users and contexts", source: explicitPath))
      }
      return kubeconfig
    }
    let paths = searchPath(environment: environment, homeDirectory: homeDirectory)
    var files: [KubeconfigFile] = []
    for path in paths {
      if let file = try read(path) { files.append(file) }
    }
    let kubeconfig = Kubeconfig(merging: files, environment: environment)
    if !kubeconfig.isEmpty { return kubeconfig }
    guard let config = try pod.connection(environment: environment) else {
      throw .noConfiguration(searched: paths)
    }
    return Kubeconfig(inCluster: config, environment: environment)
  }

  /// The files to look at, each once, without empty names.
  private static func searchPath(environment: [String: String], homeDirectory: String) -> [String] {
    guard let list = environment["KUBECONFIG"], !list.isEmpty else {
      return ["\(homeDirectory)/.kube/config"]
    }
    var paths: [String] = []
    for path in list.split(separator: ":").map(String.init) where !paths.contains(path) {
      paths.append(path)
    }
    return paths
  }

  /// A file; nil when it does not exist.
  private static func read(_ path: String) throws(KubeconfigError) -> KubeconfigFile? {
    let bytes: [UInt8]
    do {
      bytes = try FileContents.read(path)
    } catch {
      if error.isMissing { return nil }
      throw .unreadable(path: path, reason: error.description)
    }
    let slash = path.lastIndex(of: "/")
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return try KubeconfigFile(
      String(decoding: bytes, as: UTF8.self), source: path, directory: directory)
  }
}
