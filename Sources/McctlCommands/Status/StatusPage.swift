import FoundationEssentials
import OpenClusterManagement
import Terminal
import Workflows

/// One cluster as people read it, from the top: whether it is registered and what holds it back, then
/// what leads to that, then everything else.
struct StatusPage {
  let details: ClusterDetails
  /// The hub's context, for commands.
  let context: String
  let now: Date
  let palette: Palette
  /// Cells of the terminal; nil for no terminal.
  let width: Int?

  /// The page; each line ended by a line feed.
  var text: String {
    let sections = [
      ("Registration", registration), ("Agent", agent), ("Cluster", cluster), ("Nodes", nodes),
      ("Addons", addOns), ("Works", works), ("Record", origin), ("Conditions", conditions),
      ("Not seen", details.notes.map { ($0, nil) }),
    ]
    var lines = head
    for (title, rows) in sections where !rows.isEmpty {
      lines += ["", palette.paint(title, .strong)]
      lines += rows.flatMap(row)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Cells of the names of what is told.
  private static let nameWidth = 16

  typealias Row = (name: String, text: (String, Style?)?)

  private func row(_ row: Row) -> [String] {
    guard let (text, style) = row.text else { return ["  " + row.name.singleLine] }
    let name = row.name.singleLine
    let indent = 2 + max(Self.nameWidth, name.displayWidth + 2)
    let room = width.map { $0 - indent }
    let plain = text.singleLine
    let parts = room.map { $0 > 20 ? plain.wrapped(to: $0) : [plain] } ?? [plain]
    let gap = String(repeating: " ", count: indent)
    return parts.enumerated().map { index, part in
      (index == 0 ? "  " + name.padded(to: indent - 2) : gap) + palette.paint(part, style)
    }
  }
}

extension StatusPage {
  private var head: [String] {
    let row = details.row
    let name = palette.paint(row.name.singleLine, .strong)
    guard let blocker = row.blocker else {
      return row.isDeleting
        ? ["\(name)  \(palette.paint("being taken out of the hub", .caution))"] + next(deleting)
        : ["\(name)  \(palette.paint("registered", .good))"]
    }
    let since = blocker.since.map { ", \(age($0))" } ?? ""
    let leaving = row.isDeleting ? ", being taken out of the hub" : ""
    let message = blocker.message.singleLine
    let wrapped = width.map { message.wrapped(to: max(20, $0 - 2)) } ?? [message]
    return [
      "\(name)  \(palette.paint("not registered", .bad)): \(blocker.reason.singleLine)\(since)\(leaving)"
    ] + wrapped.map { "  " + $0 } + next(row.isDeleting ? deleting : commands)
  }

  private func next(_ commands: [String]) -> [String] {
    commands.map { "  -> " + $0.singleLine }
  }

  private var deleting: [String] { ["mcctl delete \(details.row.name) --context \(context)"] }

  /// What to go on with.
  private var commands: [String] {
    if !details.row.pendingRequests.isEmpty {
      return ["mcctl accept \(details.row.name) --context \(context)"]
    }
    guard let blocker = details.requirements.lazy.compactMap(\.blocker).first else { return [] }
    if details.hasAsked == false, blocker.reason == .notAccepted || blocker.reason == .notJoined {
      return asking
    }
    return blocker.nextCommands(cluster: details.row.name, hubFlag: "--context \(context)")
  }

  /// What brings an agent that has not asked to ask.
  private var asking: [String] {
    guard details.origin.isBundle else {
      return ["mcctl import \(details.row.name) --cluster-kubeconfig FILE --context \(context)"]
    }
    return [
      "sh join.sh, in its bundle, on the cluster",
      "mcctl status \(details.row.name) --wait-for registered --context \(context)",
    ]
  }

  private var registration: [Row] {
    details.requirements.map { requirement in
      let name =
        if case .gate(let type) = requirement.kind { "gate \(type)" } else {
          requirement.kind.description
        }
      guard let blocker = requirement.blocker else {
        let condition = condition(of: requirement.kind)
        let since = condition?.lastTransitionTime.map { "  \(age($0))" } ?? ""
        let reason = condition.map { $0.reason.isEmpty ? "" : "  \($0.reason)" } ?? ""
        return (name, ("True\(since)\(reason)", .good))
      }
      let status = blocker.condition?.status.rawValue ?? (isGate(requirement) ? "Unknown" : "False")
      let since = blocker.since.map { "  \(age($0))" } ?? ""
      let words =
        blocker.condition.map { $0.message.isEmpty ? $0.reason : "\($0.reason): \($0.message)" }
        ?? blocker.message
      return (name, ("\(status)\(since)  \(words)", .bad))
    }
  }

  private func isGate(_ requirement: RegistrationState.Requirement) -> Bool {
    if case .gate = requirement.kind { true } else { false }
  }

  private func condition(of kind: RegistrationState.Requirement.Kind) -> Condition? {
    switch kind {
    case .accepted: details.record.condition(Names.ConditionType.hubAccepted)
    case .joined: details.record.condition(Names.ConditionType.joined)
    case .available: details.record.condition(Names.ConditionType.available)
    case .gate(let type): details.record.condition(type)
    }
  }

  private var agent: [Row] {
    var rows: [Row] = []
    let period = "due every \(details.record.leaseDurationSeconds)s"
    if let last = details.lease?.renewTime {
      rows.append(("heartbeat", ("\(age(last)) ago, \(period)", nil)))
    } else if details.row.isAccepted {
      rows.append(("heartbeat", ("none seen, \(period)", .caution)))
    }
    if let certificate = details.certificate {
      let left = certificate.expires.timeIntervalSince(now)
      let words = left > 0 ? "ends in \(age(seconds: left))" : "ended \(age(seconds: -left)) ago"
      rows.append(
        (
          "certificate",
          (
            "\(words), \(Timestamp.text(certificate.expires)) (\(certificate.source))",
            left > 0 ? nil : .bad
          )
        ))
    } else if details.row.isJoined {
      rows.append(
        ("certificate", ("not on the hub any more; --cluster-kubeconfig shows it", .faint)))
    }
    if let inside = details.inside {
      let mode = inside.agentMode.map { " (\($0))" } ?? ""
      let hub = details.hubVersion.map { ", hub \($0)" } ?? ""
      if let version = inside.agentVersion {
        let skew = details.agentSkew
        rows.append(
          (
            "version",
            (
              "OCM \(version)\(mode)\(hub)" + (skew.map { "; \($0)" } ?? ""),
              skew == nil ? nil : .caution
            )
          ))
      }
      if let trouble = inside.agentTrouble { rows.append(("trouble", (trouble, .bad))) }
    } else if let hub = details.hubVersion {
      rows.append(("version", ("not told to the hub, which is OCM \(hub)", .faint)))
    }
    for request in details.row.pendingRequests {
      rows.append(("request", ("\(request) waits for approval", .caution)))
    }
    return rows
  }
}
