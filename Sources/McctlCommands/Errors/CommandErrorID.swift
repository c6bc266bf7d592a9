/// The kinds of failure that belong to the command line itself, beside those of workflows (`ErrorID`).
enum CommandErrorID: String, Sendable, Hashable, CaseIterable {
  case usage = "usage"

  // MARK: Kubeconfig
  case kubeconfigMissing = "kubeconfig.missing"
  case kubeconfigUnreadable = "kubeconfig.unreadable"
  case kubeconfigInvalid = "kubeconfig.invalid"
  case kubeconfigUnsupported = "kubeconfig.unsupported"
  case kubeconfigNoContext = "kubeconfig.no-context"
  case kubeconfigUnknownContext = "kubeconfig.unknown-context"
  case kubeconfigIncomplete = "kubeconfig.incomplete"
  case kubeconfigCertificate = "kubeconfig.certificate"

  // MARK: Files and streams
  case inputUnreadable = "input.unreadable"
  case outputUnwritable = "output.unwritable"
  case outputTemplate = "output.template"

  // MARK: Questions
  case confirmationNeeded = "confirmation.needed"
  case confirmationDeclined = "confirmation.declined"

  // MARK: The commands themselves
  case unknownErrorID = "explain.unknown-id"
  case checkFailed = "check.failed"
}
