import Documents
import OpenClusterManagement

/// What differs between two descriptions of a cluster, as far as it matters to one that stands: how machines are reached,
/// how they are checked, and where image and sealer are had from does not.
struct DescriptionDifference: Sendable, Hashable {
  /// The hosts that only the new one has.
  let added: [Value]
  /// The hosts that only the former one has.
  let removed: [Value]
  /// The image's name in the new one, when it is another one.
  let image: String?
  /// The places of what the cluster's registration takes.
  let registration: [String]
  /// The places of everything else.
  let others: [String]

  /// Nothing differs that matters.
  var isNothing: Bool {
    added.isEmpty && removed.isEmpty && image == nil && unchangeable.isEmpty
  }
  /// The places of what neither scaling nor upgrading changes.
  var unchangeable: [String] { others + registration }

  init(from former: Value, to wanted: Value) {
    let (before, after) = (Self.hosts(former), Self.hosts(wanted))
    added = after.filter { host in !before.contains { Self.isSame($0, host) } }
    removed = before.filter { host in !after.contains { Self.isSame($0, host) } }
    let image = wanted.at("spec", "image", "name")?.string
    self.image = image == former.at("spec", "image", "name")?.string ? nil : image
    registration = Difference.changes(
      from: Self.registration(former), to: Self.registration(wanted)
    ).map(\.path.pathText)
    var others = Difference.changes(from: Self.mattering(former), to: Self.mattering(wanted))
      .map(\.path.pathText)
    for host in before {
      guard let now = after.first(where: { Self.isSame($0, host) }) else { continue }
      let address = host["address"]?.string ?? ""
      others += Difference.changes(from: Self.mattering(host: host), to: Self.mattering(host: now))
        .map { "spec.hosts: \($0.path.pathText) of \(address)" }
    }
    self.others = others
  }

  /// The hosts of a description.
  static func hosts(_ document: Value) -> [Value] { document.at("spec", "hosts")?.array ?? [] }

  /// Whether a host of a description is a master.
  static func isMaster(_ host: Value) -> Bool {
    host["roles"]?.strings?.contains(HostSpecification.master) ?? false
  }

  /// Whether two hosts have the same address, in whatever notation.
  static func isSame(_ one: Value, _ other: Value) -> Bool {
    isSame(one["address"]?.string ?? "", other["address"]?.string ?? "")
  }

  /// Whether two texts are the same address.
  static func isSame(_ one: String, _ other: String) -> Bool {
    guard one != other else { return true }
    guard let one = IPAddress(one), let other = IPAddress(other) else { return false }
    return one == other
  }

  private static func mattering(_ document: Value) -> Value {
    var value: Value = ["spec": document["spec"] ?? .null]
    for member in ["hosts", "ssh", "checks", "sealer", "import", "image"] {
      value.set(nil, at: "spec", member)
    }
    return value
  }

  private static func registration(_ document: Value) -> Value {
    ["spec": ["import": document.at("spec", "import") ?? .object(Object())]]
  }

  /// What to do about what a command does not change.
  func remedies(_ name: String, but place: String) -> [String] {
    others.isEmpty
      ? ["register it as the file says first: mcctl create \(name) -f FILE"]
      : ["make the file say again what the cluster was made of, but for \(place)"]
  }

  private static func mattering(host: Value) -> Value {
    var value = host
    for member in ["ssh", "hostname", "address"] { value[member] = nil }
    if value["roles"] == nil { value["roles"] = [.string(HostSpecification.node)] }
    return value
  }
}
