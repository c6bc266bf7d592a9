import Documents

/// Resolves the paths in a file against that file, as client-go's `ResolveLocalPaths` does.
struct PathResolution: Sendable {
  /// The directory of the kubeconfig file; nil for one that is no file.
  let directory: String?

  /// A path that can be opened.
  func resolve(_ key: String, in fields: LocatedFields) throws(KubeconfigError) -> String? {
    guard let path = try fields.string(key) else { return nil }
    return try resolve(path, key, in: fields)
  }

  /// A program: only a path is resolved, a bare name is left to be found in `PATH`.
  func resolveCommand(_ key: String, in fields: LocatedFields) throws(KubeconfigError) -> String? {
    guard let command = try fields.string(key) else { return nil }
    return command.contains("/") ? try resolve(command, key, in: fields) : command
  }

  private func resolve(
    _ path: String, _ key: String, in fields: LocatedFields
  ) throws(KubeconfigError) -> String {
    if path.hasPrefix("/") { return path }
    guard let directory else {
      throw .unsupported(
        field: (fields.path + [.key(key)]).pathText,
        at: fields.error(
          "a kubeconfig that is no file cannot name the relative path \(path)", at: key))
    }
    return directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
  }
}
