import Workflows

extension ErrorCatalogue {
  /// Who the caller is, and what they may do.
  static let access: [ErrorArticle] = [
    ErrorArticle(
      .unauthorized, .authentication, "the server does not know the caller",
      meaning:
        "The credentials of the context are missing, wrong or expired, or could not be obtained.",
      causes: [
        "A token or client certificate has expired.",
        "The kubeconfig belongs to a cluster that was set up anew.",
        "A credential plugin failed; its own words are in the message.",
      ],
      remedies: [
        "Log in again, or get the kubeconfig anew.", "Choose another context with --context.",
      ]),
    ErrorArticle(
      .forbidden, .authentication, "the caller may not do this",
      meaning: """
        The server knows the caller, and its rules do not allow the request. The message names verb and resource, in \
        the words of the server.
        """,
      causes: ["The user lacks a Role or ClusterRole.", "--as names a user with fewer rights."],
      remedies: [
        "Have the right granted; kubectl auth can-i VERB RESOURCE shows whether it is there.",
        "Choose a context whose user has it.",
      ]),
    ErrorArticle(
      .notPermitted, .authentication, "the plan needs rights that the caller has not",
      meaning: """
        Before anything is changed mcctl asks the server whether everything in the plan is allowed. Something is not, so \
        nothing was changed.
        """,
      causes: ["The user may read, but not make the changes that the message lists."],
      remedies: [
        "Have the listed rights granted.",
        "See the whole plan with --dry-run: what is not permitted is marked in it, and it ends with status 4 too.",
      ]),
  ]

  /// Finding a way to a cluster.
  static let kubeconfig: [ErrorArticle] = [
    ErrorArticle(
      .kubeconfigMissing, .failed, "there is no kubeconfig",
      meaning:
        "The file that was named, or every place where a kubeconfig is looked for, is empty.",
      causes: ["A wrong path.", "KUBECONFIG lists files that do not exist."],
      remedies: [
        "Name the file with --kubeconfig, --cluster-kubeconfig, or the environment variable KUBECONFIG."
      ]),
    ErrorArticle(
      .kubeconfigUnreadable, .failed, "a kubeconfig, or a file it names, cannot be read",
      meaning: "The file is there, and the system does not let mcctl read it.",
      causes: ["It belongs to another user.", "A certificate or key it names has moved."],
      remedies: ["Correct owner and mode, or the path."]),
    ErrorArticle(
      .kubeconfigInvalid, .failed, "the kubeconfig cannot be used",
      meaning: "The file is no valid kubeconfig. The message has file, line and column.",
      causes: [
        "Broken YAML, often from copying.", "A value of the wrong type, or damaged base64 or PEM.",
      ],
      remedies: ["Correct the file at the place the message names, or get it anew."]),
    ErrorArticle(
      .kubeconfigUnsupported, .failed, "the kubeconfig asks for something mcctl does not do",
      meaning:
        "A field that cannot be honoured. Ignoring it silently could send the wrong credentials.",
      causes: ["An auth-provider entry, which Kubernetes itself has removed."],
      remedies: ["Replace it by an exec plugin, a token or a client certificate."]),
    ErrorArticle(
      .kubeconfigNoContext, .failed, "no context was chosen",
      meaning: "No context was named, and the kubeconfig has no current-context.",
      remedies: [
        "Name one with --context or MCCTL_CONTEXT.", "Set one: kubectl config use-context NAME",
      ]),
    ErrorArticle(
      .kubeconfigUnknownContext, .failed, "there is no such context",
      meaning:
        "The kubeconfig has no context of the name that was given. The message lists those it has.",
      causes: ["A typing mistake.", "The context is in another file."],
      remedies: ["Choose one of those listed.", "Name the other file with --kubeconfig."]),
    ErrorArticle(
      .kubeconfigIncomplete, .failed, "the context leads nowhere",
      meaning: "The context names a cluster or a user that is in no kubeconfig.",
      causes: ["Parts were copied from one file to another, and others forgotten."],
      remedies: ["Add the missing entry, or get the kubeconfig anew."]),
    ErrorArticle(
      .kubeconfigCertificate, .authentication, "the client certificate cannot be used",
      meaning: "The certificate in the kubeconfig has expired, or its key is another one's.",
      remedies: ["Get a new client certificate for the context."]),
  ]
}
