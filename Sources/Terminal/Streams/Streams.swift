/// Standard input, output and error, with what is known about the terminal behind them.
///
/// Nothing else in the program touches the process's streams, so a test that passes recording sinks sees everything.
public struct Streams: Sendable {
  /// Where answers to prompts are read.
  public let input: any InputSource
  /// Where the result goes, and nothing but the result.
  public let output: any OutputSink
  /// Where everything else goes: progress, questions, warnings, errors.
  public let error: any OutputSink
  /// What the terminal is and can do.
  public let terminal: TerminalCapabilities

  /// Puts streams together; tests pass recording sinks and invented capabilities.
  public init(
    input: any InputSource, output: any OutputSink, error: any OutputSink,
    terminal: TerminalCapabilities
  ) {
    self.input = input
    self.output = output
    self.error = error
    self.terminal = terminal
  }

  /// The process's own streams.
  ///
  /// - Parameter environment: the process's environment variables.
  public static func process(environment: [String: String]) -> Streams {
    Streams(
      input: FileDescriptorInput.standardInput,
      output: FileDescriptorSink.standardOutput,
      error: FileDescriptorSink.standardError,
      terminal: .ofProcess(environment: environment))
  }
}
