import Testing

@testable import McctlCommands

@Suite("Values of flags")
struct ArgumentTests {
  @Test(arguments: [
    ("90s", Duration.seconds(90)), ("5m", .seconds(300)), ("1h30m", .seconds(5400)),
    ("1h2m3s4ms", .milliseconds(3_723_004)), ("500ms", .milliseconds(500)), ("0", .zero),
    ("0s", .zero), ("30d", .seconds(2_592_000)), ("1d12h", .seconds(129_600)),
  ])
  func durations(text: String, expected: Duration) {
    #expect(DurationArgument(argument: text)?.duration == expected)
  }

  @Test(arguments: [
    "", "5", "m", "-5m", "5 m", "1m1h", "1m2m", "5w", "1h1d", "1.5h", "٣m", "99999999999999999999h",
    "9223372036854775807h", "5mm", "5M",
  ])
  func badDurations(text: String) {
    #expect(DurationArgument(argument: text) == nil)
  }

  @Test(arguments: ["1h30m", "10m", "90s", "0", "250ms", "30d"])
  func durationText(text: String) {
    let normal = DurationArgument(argument: text)?.description
    #expect(normal == (text == "90s" ? "1m30s" : text))
  }

  @Test(arguments: [("a=b", "a", "b"), ("a=", "a", ""), ("a=b=c", "a", "b=c")])
  func keyValues(text: String, key: String, value: String) {
    let argument = KeyValueArgument(argument: text)
    #expect(argument?.key == key)
    #expect(argument?.value == value)
  }

  @Test(arguments: ["a", "=b", ""])
  func badKeyValues(text: String) {
    #expect(KeyValueArgument(argument: text) == nil)
  }

  @Test(arguments: [
    (["--context", "hub", "status", "-w"], ["status", "-w", "--context", "hub"]),
    (
      ["--context=hub", "-v4", "-q", "get", "clusters"],
      ["get", "clusters", "--context=hub", "-v4", "-q"]
    ),
    (["-o", "json", "version", "--", "x"], ["version", "-o", "json", "--", "x"]),
    (["--help"], ["--help"]), (["--context", "hub"], ["--context", "hub"]),
    (["--unknown", "status"], ["--unknown", "status"]),
    (["status", "--context", "hub"], ["status", "--context", "hub"]),
    (["--context", "hub", "--help"], ["--context", "hub", "--help"]), ([], []),
  ])
  func leadingOptions(words: [String], expected: [String]) {
    #expect(LeadingOptions.moved(behindCommandIn: words) == expected)
  }

  @Test("what may stand first is what every command has")
  func leadingOptionsAreGlobal() throws {
    let status = try #require(CommandDescription.tree().child("status"))
    let global = status.arguments.filter { $0.section == ArgumentDescription.globalSection }
    let result = status.arguments.filter {
      !Set($0.names).isDisjoint(with: ["--output", "--no-headers"])
    }
    let names = Set((global + result).flatMap(\.names))
    #expect(LeadingOptions.valued.union(LeadingOptions.bare) == names)
  }

  @Test(arguments: [
    ("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0), ("ab", "ba", 1),
    ("hbu", "hub", 1),
  ])
  func editDistance(left: String, right: String, expected: Int) {
    #expect(EditDistance.between(left, right) == expected)
  }
}
