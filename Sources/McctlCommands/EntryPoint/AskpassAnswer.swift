import FoundationEssentials
import RemoteHosts
import Terminal

/// mcctl as the program that `ssh` asks for passwords. `ssh` gives it no words but the question, so it is known by the
/// name of the link that it is started through.
public enum AskpassAnswer {
  /// Answers, when this process was started to do so.
  ///
  /// - Returns: the exit status; nil when mcctl was started as itself.
  public static func status() -> Int32? {
    let words = CommandLine.arguments
    guard let program = words.first,
      program.split(separator: "/").last.map(String.init) == Askpass.programName
    else { return nil }
    let environment = ProcessInfo.processInfo.environment
    guard
      let answer = Askpass.answer(
        program: program, prompt: words.dropFirst().first ?? "", environment: environment)
    else { return 1 }
    let streams = Streams.process(environment: environment)
    do { try streams.output.write(String(decoding: answer, as: UTF8.self)) } catch { return 1 }
    return 0
  }
}
