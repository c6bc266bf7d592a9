/// One stream of a ``RemoteScript``: what stands before the mark is noise of the login, the mark has the process's number.
struct MarkedStream {
  /// What came before the mark; all there is, as long as no mark has come.
  private(set) var noise: [UInt8] = []
  /// The number of the remote shell's process, which leads its group.
  private(set) var processID: Int?

  private static let separator: UInt8 = 0x1e
  private static let start = Array("\u{1e}mcctl ".utf8)
  /// Noise beyond this is not kept.
  private static let longestNoise = 64 << 10

  /// Takes what came, and gives what is the script's own.
  mutating func take(_ bytes: [UInt8]) -> [UInt8] {
    guard processID == nil else { return bytes }
    noise += bytes
    guard let begin = noise.firstRange(of: Self.start),
      let end = noise[begin.upperBound...].firstIndex(of: Self.separator)
    else {
      if noise.count > Self.longestNoise { noise.removeFirst(noise.count - Self.longestNoise) }
      return []
    }
    processID = Int(String(decoding: noise[begin.upperBound..<end], as: UTF8.self)) ?? 0
    let rest = Array(noise[(end + 1)...])
    noise.removeSubrange(begin.lowerBound...)
    return rest
  }
}
