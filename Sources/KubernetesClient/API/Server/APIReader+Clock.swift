public import FoundationEssentials

/// What a server's clock showed, compared with the one here.
public struct ClockReading: Sendable, Hashable {
  /// How far the server's clock is ahead of the one here; negative when it is behind. Seconds.
  public let offset: Double
  /// How far the offset may be wrong: the header counts whole seconds, and the answer took time. Seconds.
  public let uncertainty: Double

  /// States a comparison.
  public init(offset: Double, uncertainty: Double) {
    self.offset = offset
    self.uncertainty = uncertainty
  }
}

extension APIReader {
  /// Compares the server's clock with the one here, by the `Date` of an answer (RFC 9110, 6.6.1).
  /// nil when the server tells no date.
  ///
  /// - Parameter now: The clock here.
  public func clock(now: @Sendable () -> Date) async throws -> ClockReading? {
    let asked = now()
    let response = try await session.exchange(APICall(path: "/version", connection: connection))
    let answered = now()
    guard let text = response.headers["Date"], let date = HTTPDate.date(text) else { return nil }
    let middle = asked.addingTimeInterval(answered.timeIntervalSince(asked) / 2)
    // The header's second has begun up to a second ago.
    return ClockReading(
      offset: date.addingTimeInterval(0.5).timeIntervalSince(middle),
      uncertainty: 0.5 + answered.timeIntervalSince(asked) / 2)
  }
}

/// Dates as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7, IMF-fixdate).
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The moment; nil for anything of another form.
  static func date(_ text: String) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT",
      let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])),
      let year = Int(parts[3])
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3 else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    return calendar.date(
      from: DateComponents(
        year: year, month: month + 1, day: day, hour: time[0], minute: time[1], second: time[2]))
  }
}
