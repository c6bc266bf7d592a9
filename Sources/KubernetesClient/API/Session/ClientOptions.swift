public import Logging

/// How a client behaves towards every server.
public struct ClientOptions: Sendable {
  /// Sent as `User-Agent`. It must not begin with `curl/`: to that, API servers answer with
  /// pretty-printed JSON of twice the size.
  public var userAgent: String
  /// Requests are logged at `debug` (`-v4`), bodies, masked, at `trace` (`-v8`).
  public var logger: Logger
  /// The longest that a single request may take (`--request-timeout`); nil for no limit beyond the
  /// transport's own. Watches are not bound by it.
  public var requestTimeout: Duration?
  /// Told each distinct warning that servers send, once a connection.
  public var onWarning: (@Sendable (ServerWarning) -> Void)?
  /// The field manager named with every write.
  public var fieldManager: String
  /// Ask servers to refuse fields that they do not know (`fieldValidation=Strict`) instead of
  /// dropping them with a warning.
  public var strictFieldValidation: Bool
  /// Whether a credential plugin may talk with the operator on standard input, which is the case
  /// when that is a terminal.
  public var allowsInteractivePlugins: Bool
  /// The longest that a credential plugin may take that does not talk with an operator.
  public var pluginTimeout: Duration

  /// Behaves as mcctl does unless told otherwise.
  public init(
    userAgent: String = "mcctl",
    logger: Logger = Logger(label: "mcctl.kubernetes", factory: { _ in SwiftLogNoOpLogHandler() }),
    requestTimeout: Duration? = nil,
    onWarning: (@Sendable (ServerWarning) -> Void)? = nil,
    fieldManager: String = "mcctl",
    strictFieldValidation: Bool = false,
    allowsInteractivePlugins: Bool = false,
    pluginTimeout: Duration = .seconds(60)
  ) {
    self.userAgent = userAgent
    self.logger = logger
    self.requestTimeout = requestTimeout
    self.onWarning = onWarning
    self.fieldManager = fieldManager
    self.strictFieldValidation = strictFieldValidation
    self.allowsInteractivePlugins = allowsInteractivePlugins
    self.pluginTimeout = pluginTimeout
  }
}
