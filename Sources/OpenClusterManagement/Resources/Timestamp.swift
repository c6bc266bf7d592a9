public import Documents
public import FoundationEssentials

/// Times as Kubernetes writes them: RFC 3339 in UTC, `metav1.Time` in whole seconds and
/// `metav1.MicroTime` (leases) with six digits.
public enum Timestamp {
  /// The moment that a field of an object tells; nil when it is missing or no time.
  public static func date(_ value: Value?) -> Date? {
    value?.string.flatMap(date(_:))
  }

  /// The moment that a text tells, with or without a fraction of the second.
  public static func date(_ text: String) -> Date? {
    if let date = utcDate(Array(text.utf8)) { return date }
    let whole = Date.ISO8601FormatStyle()
    if let date = try? whole.parse(text) { return date }
    return try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
  }

  /// A moment as `metav1.Time`, for example `2026-11-22T20:02:53Z`.
  public static func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle())
  }

  /// Reads `2026-11-22T20:02:53Z`, and a fraction in front of the Z, as API servers write them. A
  /// list of ten thousand clusters holds a hundred thousand times, and the general parser takes
  /// thirty times as long.
  private static func utcDate(_ text: [UInt8]) -> Date? {
    guard text.count >= 20, text.last == UInt8(ascii: "Z"),
      text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), text[10] == UInt8(ascii: "T"),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      let year = number(text[0..<4]), let month = number(text[5..<7]),
      let day = number(text[8..<10]), let hour = number(text[11..<13]),
      let minute = number(text[14..<16]), let second = number(text[17..<19]),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60,
      second < 60, let fraction = fraction(text[19..<(text.count - 1)])
    else { return nil }
    let days = daysSince1970(year: year, month: month, day: day)
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    return Date(timeIntervalSince1970: Double(seconds) + fraction)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  /// `.229956` as a part of a second; empty text is none.
  private static func fraction(_ text: ArraySlice<UInt8>) -> Double? {
    guard let first = text.first else { return 0 }
    guard first == UInt8(ascii: "."), (2...10).contains(text.count),
      let digits = number(text.dropFirst())
    else { return nil }
    return (1..<text.count).reduce(Double(digits)) { value, _ in value / 10 }
  }

  /// Days of the Gregorian calendar, counted in years that begin in March, so that the leap day is
  /// the last of its year.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    return marchYear * 365 + leapDays + dayOfYear - 719_468
  }
}
