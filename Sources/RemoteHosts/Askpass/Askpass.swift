/// mcctl as the program that `ssh` asks for passwords (`SSH_ASKPASS`).
///
/// `ssh` starts it through a link of the name ``programName`` in the private folder; it passes the question on, through the socket
/// beside the link, to the mcctl that started `ssh`, and writes the answer to standard output. So a secret is in no
/// argument, no environment and no file.
public enum Askpass {
  /// The link's name, by which the program knows what it is asked to be.
  public static let programName = "mcctl-askpass"
  /// The variable that says which host is being asked about.
  static let hostVariable = "MCCTL_ASKPASS_HOST"
  /// The socket's name.
  static let socketName = "askpass"

  /// Asks.
  ///
  /// - Parameters:
  ///   - program: the path that it was started by.
  ///   - prompt: the words of `ssh`.
  ///   - environment: the environment that it was given.
  /// - Returns: what to write to standard output; nil when there is no answer, for exit status 1.
  public static func answer(
    program: String, prompt: String, environment: [String: String]
  ) -> [UInt8]? {
    guard let slash = program.lastIndex(of: "/"),
      let socket = LocalSocket.connected(to: program[...slash] + socketName)
    else { return nil }
    defer { socket.shut() }
    let question = [
      environment[hostVariable] ?? "", environment["SSH_ASKPASS_PROMPT"] ?? "", prompt,
    ]
    guard socket.writeAll(Array(question.joined(separator: "\u{0}").utf8)) else { return nil }
    socket.finishWriting()
    let answer = socket.readToEnd(limit: 64 << 10)
    guard answer.first == UInt8(ascii: "+") else { return nil }
    return answer.dropFirst() + [UInt8(ascii: "\n")]
  }
}
