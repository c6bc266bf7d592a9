import FoundationEssentials
import OpenClusterManagement
import Terminal
import Workflows

extension StatusPage {
  /// What the cluster is, and how it is reached.
  var cluster: [Row] {
    var rows: [Row] = []
    if let config = details.record.clientConfigs.first {
      rows.append(("url", (config.url, nil)))
      rows.append(("certificates", authorities(config)))
    } else {
      rows.append(("url", ("the hub does not know it", .faint)))
    }
    if let set = details.row.clusterSet { rows.append(("cluster set", (set, nil))) }
    let facts = details.platform
    if let version = facts.kubernetes {
      let hub = details.hubKubernetes.map { ", hub \($0)" } ?? ""
      rows.append(("kubernetes", ("\(version)\(hub)", nil)))
    }
    let vendor = [facts.product, facts.platform.map { "on \($0)" }].compactMap(\.self)
    if !vendor.isEmpty {
      let source = facts.source.map { " (by its \($0))" } ?? ""
      rows.append(("vendor", (vendor.joined(separator: " ") + source, nil)))
    }
    if !facts.capacity.isEmpty { rows.append(("capacity", (capacity, nil))) }
    for taint in details.record.taints {
      rows.append(("taint", ("\(taint.key) \(taint.effect)", .caution)))
    }
    return rows
  }

  private func authorities(_ config: ManagedCluster.ClientConfig) -> (String, Style?) {
    guard let bundle = config.certificateAuthorities else { return ("none on the hub", .caution) }
    guard let pin = AuthorityPin.pins(pem: bundle).first else {
      return ("the caBundle holds no certificate", .bad)
    }
    let end = AuthorityPin.earliestEnd(pem: bundle)
    let until = end.map { ", until \(Timestamp.text($0))" } ?? ""
    return (pin.text + until, end.map { $0 <= now } == true ? .bad : nil)
  }

  /// `cpu 64 (60 for pods), memory 251.6Gi (242.1Gi for pods), pods 1100`.
  private var capacity: String {
    let facts = details.platform
    let names = ["cpu", "memory", "pods"].filter { facts.capacity[$0] != nil }
    let others = facts.capacity.keys.filter { $0.hasSuffix("/gpu") || $0.hasSuffix(".com/npu") }
    return (names + others.sorted()).map { name in
      let whole = amount(name, facts.capacity[name] ?? "")
      let free = facts.allocatable[name].map { amount(name, $0) }
      return "\(name) \(whole)" + (free.map { $0 == whole ? "" : " (\($0) for pods)" } ?? "")
    }.joined(separator: ", ")
  }

  private func amount(_ name: String, _ text: String) -> String {
    guard let quantity = Quantity(text) else { return text }
    return name == "memory" ? quantity.binary : quantity.plain
  }

  /// Nodes and core components, as far as the cluster was looked into.
  var nodes: [Row] {
    guard let inside = details.inside else { return [] }
    var rows: [Row] = []
    if let readiness = inside.readiness {
      let words =
        readiness.isReady
        ? "ready" + (readiness.checks > 0 ? ", \(readiness.checks) checks passed" : "")
        : "not ready: \(readiness.failing.joined(separator: ", "))"
      rows.append(("api server", (words, readiness.isReady ? nil : .bad)))
    }
    if let nodes = inside.nodes {
      var words = "\(nodes.ready) of \(nodes.total) ready"
      if nodes.unschedulable > 0 { words += ", \(nodes.unschedulable) cordoned" }
      if !nodes.versions.isEmpty { words += "; kubelet \(nodes.versions.joined(separator: ", "))" }
      if let provider = nodes.provider { words += "; provider \(provider)" }
      rows.append(("nodes", (words, nodes.ready < nodes.total ? .caution : nil)))
      if !nodes.systems.isEmpty {
        rows.append(("systems", (nodes.systems.joined(separator: ", "), nil)))
      }
      if !nodes.notReady.isEmpty {
        rows.append(("not ready", (nodes.notReady.joined(separator: ", "), .caution)))
      }
    }
    for component in inside.components ?? [] {
      let isWhole = component.ready == component.pods
      rows.append(
        (
          component.name,
          ("\(component.ready) of \(component.pods) pods ready", isWhole ? nil : .bad)
        ))
    }
    return rows
  }

  /// The addons.
  var addOns: [Row] {
    (details.addOns ?? []).map { addOn in
      if let trouble = addOn.trouble { return (addOn.name, (trouble, .caution)) }
      return (addOn.name, (addOn.isAvailable == true ? "available" : "unknown", nil))
    }
  }

  /// The works, counted.
  var works: [Row] {
    guard let works = details.works, works.total > 0 else { return [] }
    let isFine = works.available == works.total && works.applied == works.total
    let words = "\(works.total), \(works.applied) applied, \(works.available) available"
    return [("works", (words, isFine ? nil : .caution))]
      + works.problems.map { ("", ($0, .caution)) }
  }

  /// Who made the record, and what holds it.
  var origin: [Row] {
    let created = details.row.created.map { ", \(age($0)) ago" } ?? ""
    let by = details.origin.manager.map { $0 == "mcctl" ? "" : " (first written by \($0))" } ?? ""
    var rows: [Row] = [("created", ("\(details.origin.words)\(created)\(by)", nil))]
    if let identity = details.record.annotations[Names.Annotation.clusterIdentity] {
      rows.append(("identity", (identity, nil)))
    }
    for finalizer in details.record.userFinalizers {
      rows.append(("finalizer", ("\(finalizer), of a user", .caution)))
    }
    if details.row.isDeleting {
      let since = details.record.deletionTimestamp.map { "since \(age($0))" } ?? "asked for"
      let held = details.record.finalizers.joined(separator: ", ")
      rows.append(("deletion", ("\(since), held by \(held)", .caution)))
    }
    return rows
  }

  /// Conditions that the page has not shown above.
  var conditions: [Row] {
    let shown: Set<String> = [
      Names.ConditionType.hubAccepted, Names.ConditionType.joined, Names.ConditionType.available,
    ]
    let gates = Set(details.record.readinessGates.types)
    return details.record.conditions.filter { !shown.contains($0.type) && !gates.contains($0.type) }
      .map { condition in
        let since = condition.lastTransitionTime.map { "  \(age($0))" } ?? ""
        let reason = condition.reason.isEmpty ? "" : "  \(condition.reason)"
        let message = condition.message.isEmpty ? "" : ": \(condition.message)"
        return (condition.type, ("\(condition.status.rawValue)\(since)\(reason)\(message)", nil))
      }
  }

  /// How old a moment is.
  func age(_ date: Date) -> String { age(seconds: now.timeIntervalSince(date)) }

  /// A span; absurd ones are cut, so that no clock of others can stop the page.
  func age(seconds: Double) -> String {
    ElapsedTime.age(.seconds(min(max(0, seconds), 1e12)))
  }
}
