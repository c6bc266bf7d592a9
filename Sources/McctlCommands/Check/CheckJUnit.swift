import Workflows

/// Checks in the form that CI systems show test results in (JUnit's XML, as Jenkins and GitLab read it).
struct CheckJUnit {
  /// From this level on a check counts as failed.
  let threshold: CheckLevel

  /// The document.
  func text(_ report: CheckReport) -> String {
    let groups = groups(report)
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    lines.append("<testsuites name=\"mcctl check\"\(counts(report.results))>")
    for group in groups {
      lines.append("  <testsuite name=\"\(escaped(group.name))\"\(counts(group.results))>")
      lines += group.results.flatMap { testCase($0, group.name) }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.map { $0 + "\n" }.joined()
  }

  /// Checks of one subject and category, in their order.
  private func groups(_ report: CheckReport) -> [(name: String, results: [CheckResult])] {
    var groups: [(name: String, results: [CheckResult])] = []
    for result in report.results {
      let name = "\(result.subject ?? "hub").\(result.article.category.rawValue)"
      if groups.last?.name == name {
        groups[groups.count - 1].results.append(result)
      } else {
        groups.append((name, [result]))
      }
    }
    return groups
  }

  private func counts(_ results: [CheckResult]) -> String {
    let failures = results.filter { $0.verdict.level >= threshold }.count
    let skipped = results.filter { $0.verdict.level == .skip }.count
    let time = results.reduce(Duration.zero) { $0 + $1.duration }
    return
      " tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
      + " time=\"\(seconds(time))\""
  }

  private func testCase(_ result: CheckResult, _ group: String) -> [String] {
    let verdict = result.verdict
    let head =
      "    <testcase classname=\"\(escaped(group))\" name=\"\(escaped(result.article.id))\""
      + " time=\"\(seconds(result.duration))\""
    let message = escaped(verdict.message)
    let body = escaped((verdict.details + verdict.next).joined(separator: "\n"))
    switch verdict.level {
    case .skip: return [head + ">", "      <skipped message=\"\(message)\"/>", "    </testcase>"]
    case let level where level >= threshold:
      return [
        head + ">",
        "      <failure type=\"\(level.rawValue)\" message=\"\(message)\">\(body)</failure>",
        "    </testcase>",
      ]
    case .pass, .warn, .fail:
      return [
        head + ">",
        "      <system-out>\(escaped(verdict.level.rawValue)): \(message)</system-out>",
        "    </testcase>",
      ]
    }
  }

  /// Seconds with three digits.
  private func seconds(_ duration: Duration) -> String {
    let (whole, atto) = duration.components
    let milliseconds = String(atto / 1_000_000_000_000_000)
    return "\(whole)." + String(repeating: "0", count: max(0, 3 - milliseconds.count))
      + milliseconds
  }

  /// Text for XML 1.0, which has no way to write most control characters.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
