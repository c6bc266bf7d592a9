public import Documents

/// Why there is no usable connection in what kubeconfig files say.
public enum KubeconfigError: Error, Sendable, Hashable {
  /// A file that was asked for by name does not exist.
  case fileNotFound(path: String)
  /// A file exists and cannot be read.
  case unreadable(path: String, reason: String)
  /// A file is not a kubeconfig: bad YAML, a value of the wrong type, bad base64 or PEM, fields
  /// that contradict each other. The error says where.
  case invalid(DocumentError)
  /// A file asks for something that mcctl does not do; ignoring it would be wrong.
  case unsupported(field: String, at: DocumentError)
  /// There is no kubeconfig in the places that were looked at, and this is not a Pod.
  case noConfiguration(searched: [String])
  /// No context was named and no file names a current one.
  case noCurrentContext(available: [String], sources: [String])
  /// There is no context of that name.
  case unknownContext(String, available: [String], sources: [String])
  /// A context names a cluster that is in no file.
  case missingCluster(String, context: String, available: [String], at: DocumentError)
  /// A context names a user that is in no file.
  case missingUser(String, context: String, available: [String], at: DocumentError)
  /// A file that a kubeconfig names cannot be read.
  case unreadableReference(field: String, path: String, reason: String, at: DocumentError)
  /// The user's client certificate is no longer valid.
  case expiredClientCertificate(subject: String, expiredAt: String, at: DocumentError)
  /// The user's client certificate and key do not belong together.
  case mismatchedClientKey(subject: String, at: DocumentError)
  /// A proxy variable of the environment cannot be used.
  case invalidProxyVariable(reason: String)
  /// Groups or a UID to act as, and no user.
  case impersonationWithoutUser
}
