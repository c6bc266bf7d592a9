import ArgumentParser

extension CompletionKind {
  /// Contexts of the hub's kubeconfig.
  static let contexts = CompletionKind.custom { words, _, prefix in
    CompletionSource(words: words).contexts(flags: ["--kubeconfig"], prefix: prefix)
  }

  /// Contexts of the managed cluster's kubeconfig, or of the hub's.
  static let clusterContexts = CompletionKind.custom { words, _, prefix in
    CompletionSource(words: words)
      .contexts(flags: ["--cluster-kubeconfig", "--kubeconfig"], prefix: prefix)
  }

  /// Names of clusters, asked from the hub.
  static let clusterNames = CompletionKind.custom { words, _, prefix async in
    await CompletionSource(words: words).clusterNames(prefix: prefix)
  }
}
