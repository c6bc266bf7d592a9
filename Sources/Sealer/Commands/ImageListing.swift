import Documents

/// What `sealer images --json` prints: a log line on standard error, with the list behind its prefix.
public enum ImageListing {
  /// Whether an image of that name is there.
  public static func contains(_ image: String, in output: String) -> Bool {
    let wanted = Set([
      image, "docker.io/\(image)", "docker.io/library/\(image)", "localhost/\(image)",
    ])
    return names(in: output).contains { wanted.contains($0) }
  }

  /// The names of all images.
  static func names(in output: String) -> [String] {
    var text = TerminalText.plain(output)[...]
    if let level = text.firstRange(of: "[INFO] ") {
      text = text[level.upperBound...]
      if text.hasPrefix("["), let place = text.firstRange(of: ".go:"),
        let end = text[place.upperBound...].firstRange(of: "] ")
      {
        text = text[end.upperBound...]
      }
    }
    guard let list = try? JSON.decode(Array(text.utf8)).array else { return [] }
    return list.flatMap { $0["names"]?.strings ?? $0["Names"]?.strings ?? [] }
  }
}
