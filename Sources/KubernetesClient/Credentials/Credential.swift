/// How requests prove who sends them, beside a client certificate (which belongs to the TLS
/// settings).
public enum Credential: Sendable, Hashable {
  /// Not at all, or by the client certificate alone.
  case none
  /// A bearer token.
  case token(Secret)
  /// A bearer token in a file that is read again every minute, as client-go does;
  /// `fallback` is sent while the file cannot be read.
  case tokenFile(path: String, fallback: Secret?)
  /// A user name and a password.
  case basic(username: String, password: Secret)
  /// A program that hands out tokens or certificates.
  case plugin(CredentialPlugin)
}
