import Documents
import Testing

@testable import Workflows

@Suite("Which machines join and leave")
struct ScaleChangeTests {
  /// A cluster of one master and two nodes, with whatever change is under way.
  private func origin(_ hosts: [Value]? = nil, _ change: ClusterChange? = nil) -> ClusterOrigin {
    ClusterOrigin(
      document: Self.document(hosts ?? Self.hosts), folder: "/f", change: change,
      changes: change?.number ?? 0)
  }

  private static let hosts: [Value] = [
    ["address": "10.0.0.11", "roles": ["master"]],
    ["address": "10.0.0.21", "labels": ["pool": "general"]], ["address": "10.0.0.22"],
  ]

  private static func document(_ hosts: [Value], image: String = "r.example/a:1") -> Value {
    [
      "apiVersion": "mcctl.dev/v1", "kind": "Cluster",
      "spec": [
        "image": ["name": .string(image), "file": "a.tar"], "ssh": ["user": "root"],
        "hosts": .array(hosts), "network": ["podCIDR": ["100.64.0.0/16"]],
      ],
    ]
  }

  private func failure(_ body: () throws -> Void) -> ErrorID? {
    do {
      try body()
      return nil
    } catch {
      return (error as? WorkflowError)?.id
    }
  }

  private func wish(_ change: (inout ScaleWish) -> Void) -> ScaleWish {
    var wish = ScaleWish()
    change(&wish)
    return wish
  }

  @Test(
    "Flags add and remove machines, and the description then has those that the cluster shall have")
  func flags() throws {
    let scale = try ScaleChange(
      wish {
        $0.addedNodes = ["10.0.0.23"]
        $0.removedNodes = ["10.0.0.21"]
      }, of: "c", from: origin())
    #expect(scale.change.added == ["10.0.0.23"] && scale.change.number == 1)
    #expect(scale.change.removed == [Self.hosts[1]])
    let addresses = DescriptionDifference.hosts(scale.document).map { $0["address"]?.string }
    #expect(addresses == ["10.0.0.11", "10.0.0.22", "10.0.0.23"])
    #expect(try ScaleChange(ScaleWish(), of: "c", from: origin()).isNothing)
  }

  @Test(
    "A file names all machines; how they are reached, and where the image is had from, may differ")
  func file() throws {
    var wanted = Self.document([Self.hosts[0], Self.hosts[2], ["address": "10.0.0.24"]])
    wanted.set("/elsewhere.tar", at: "spec", "image", "file")
    wanted.set(["user": "robot"], at: "spec", "ssh")
    let scale = try ScaleChange(describedBy: wanted, lost: [], of: "c", from: origin())
    #expect(scale.change.added == ["10.0.0.24"])
    #expect(scale.change.removedAddresses == ["10.0.0.21"])
  }

  @Test("What else differs in a file is refused, and named")
  func others() {
    var network = Self.document(Self.hosts)
    network.set(["podCIDR": ["10.10.0.0/16"]], at: "spec", "network")
    let image = Self.document(Self.hosts, image: "r.example/a:2")
    var labels = Self.hosts
    labels[1] = ["address": "10.0.0.21", "labels": ["pool": "other"]]
    var roles = Self.hosts
    roles[2] = ["address": "10.0.0.22", "roles": ["node", "gpu"]]
    let cases = [
      (network, "spec.network.podCIDR"), (image, "spec.image.name"),
      (Self.document(labels), "labels.pool of 10.0.0.21"), (Self.document(roles), "10.0.0.22"),
    ]
    for (document, place) in cases {
      do {
        _ = try ScaleChange(describedBy: document, lost: [], of: "c", from: origin())
        Issue.record("\(place) was taken")
      } catch {
        #expect(error.id == .changeOther && error.what.contains(place), "\(error)")
      }
    }
  }

  @Test("Machines that are there, are not there, or have another role are refused")
  func unknown() {
    let cases: [(ScaleWish, ErrorID)] = [
      (wish { $0.addedNodes = ["10.0.0.22"] }, .scalePresent),
      (wish { $0.removedNodes = ["10.0.0.29"] }, .scaleUnknownHost),
      (wish { $0.removedMasters = ["10.0.0.21"] }, .scaleUnknownHost),
      (wish { $0.removedMasters = ["10.0.0.11"] }, .scaleMasters),
      (wish { $0.addedMasters = ["10.0.0.12"] }, .scaleMasters),
      (wish { $0.lost = ["10.0.0.22"] }, .scaleNotLost),
    ]
    for (wish, id) in cases {
      #expect(failure { _ = try ScaleChange(wish, of: "c", from: origin()) } == id, "\(wish)")
    }
  }

  @Test("The first master stays the first")
  func firstMaster() throws {
    let masters: [Value] = ["10.0.0.11", "10.0.0.12", "10.0.0.13"].map {
      ["address": .string($0), "roles": ["master"]]
    }
    let reordered = Self.document([masters[1], masters[0], masters[2]])
    let failed = failure {
      _ = try ScaleChange(describedBy: reordered, lost: [], of: "c", from: origin(masters))
    }
    #expect(failed == .scaleMasters)
    let scale = try ScaleChange(
      wish { $0.removedMasters = ["10.0.0.12", "10.0.0.13"] }, of: "c", from: origin(masters))
    #expect(scale.change.removedAddresses == ["10.0.0.12", "10.0.0.13"])
  }

  @Test("A change that is under way goes on by the same words, by none, and by its file")
  func goesOn() throws {
    var pending = ClusterChange(.scale, number: 3)
    pending.added = ["10.0.0.22"]
    pending.removed = [["address": "10.0.0.29"]]
    let origin = origin(nil, pending)
    let same = wish {
      $0.addedNodes = ["10.0.0.22"]
      $0.removedNodes = ["10.0.0.29"]
    }
    for scale in [
      try ScaleChange(ScaleWish(), of: "c", from: origin),
      try ScaleChange(same, of: "c", from: origin),
      try ScaleChange(describedBy: Self.document(Self.hosts), lost: [], of: "c", from: origin),
    ] {
      #expect(scale.change == pending)
    }
    let lost = try ScaleChange(wish { $0.lost = ["10.0.0.29"] }, of: "c", from: origin)
    #expect(lost.change.number == 3 && lost.change.lost == ["10.0.0.29"])
  }

  @Test("A machine that stays after all joins again as it was, where it has left already")
  func stays() throws {
    var pending = ClusterChange(.scale, number: 3)
    pending.removed = [["address": "10.0.0.29", "labels": ["pool": "general"]]]
    pending.lost = ["10.0.0.29"]
    let scale = try ScaleChange(
      wish { $0.addedNodes = ["10.0.0.29"] }, of: "c", from: origin(nil, pending))
    #expect(scale.change.number == 4 && scale.change.removed.isEmpty && scale.change.lost.isEmpty)
    #expect(scale.change.added == ["10.0.0.29"])
    #expect(DescriptionDifference.hosts(scale.document).last == pending.removed[0])
  }

  @Test("A join that is given up makes another change, in which the machine leaves")
  func givenUp() throws {
    var pending = ClusterChange(.scale, number: 3)
    pending.added = ["10.0.0.22"]
    let scale = try ScaleChange(
      wish { $0.removedNodes = ["10.0.0.22"] }, of: "c", from: origin(nil, pending))
    #expect(scale.change.number == 4 && scale.change.added.isEmpty)
    #expect(scale.change.removedAddresses == ["10.0.0.22"])
  }

  @Test("While an upgrade is under way machines stay, and while machines change the image does")
  func oneAtATime() {
    let upgrade = ClusterChange(.upgrade, number: 1)
    let scale = ClusterChange(.scale, number: 1)
    let scaling = failure {
      _ = try ScaleChange(
        wish { $0.addedNodes = ["10.0.0.23"] }, of: "c", from: origin(nil, upgrade))
    }
    let upgrading = failure {
      _ = try ClusterUpgrade(image: "r.example/a:2", file: nil, of: "c", from: origin(nil, scale))
    }
    #expect(scaling == .changeUnderWay && upgrading == .changeUnderWay)
  }

  @Test("What is kept of a change is read as it was written")
  func kept() {
    var change = ClusterChange(.scale, number: 7)
    change.added = ["10.0.0.23"]
    change.removed = [Self.hosts[1]]
    change.lost = ["10.0.0.21"]
    #expect(ClusterChange(change.document) == change)
    change.failingChecks = []
    #expect(ClusterChange(change.document) == change)
    change.failingChecks = ["node-network"]
    #expect(ClusterChange(change.document) == change)
    var upgrade = ClusterChange(.upgrade, number: 8)
    upgrade.formerImage = "r.example/a:1"
    upgrade.isRollback = true
    #expect(ClusterChange(upgrade.document) == upgrade)
    #expect(ClusterChange(["kind": "other", "number": 1]) == nil)
  }

  @Test("With the name alone, what is declared is brought about; what is gone is named")
  func declared() throws {
    var declared = ClusterOrigin(
      document: Self.document([Self.hosts[0], Self.hosts[1]]), folder: "/f")
    declared.applied = Self.document(Self.hosts)
    let alone = try ScaleChange(ScaleWish(), of: "c", from: declared)
    #expect(alone.change.removedAddresses == ["10.0.0.22"] && alone.change.lost.isEmpty)
    let lost = try ScaleChange(wish { $0.lost = ["10.0.0.22"] }, of: "c", from: declared)
    #expect(lost.change.removedAddresses == ["10.0.0.22"] && lost.change.lost == ["10.0.0.22"])
    let more = try ScaleChange(wish { $0.addedNodes = ["10.0.0.23"] }, of: "c", from: declared)
    #expect(more.change.added == ["10.0.0.23"])
    #expect(more.change.removedAddresses == ["10.0.0.22"])
  }

  @Test("Every machine that something may be on is known, while a change is under way")
  func everyMachine() {
    var change = ClusterChange(.scale, number: 1)
    change.added = ["10.0.0.23"]
    change.removed = [Self.hosts[1]]
    var origin = ClusterOrigin(
      document: Self.document([Self.hosts[0], ["address": "10.0.0.99"]]), folder: "/f",
      change: change, changes: 1)
    origin.applied = Self.document(Self.hosts)
    origin.target = Self.document([Self.hosts[0], Self.hosts[2], ["address": "10.0.0.23"]])
    let addresses = DescriptionDifference.hosts(origin.everyMachine).map { $0["address"]?.string }
    #expect(addresses == ["10.0.0.11", "10.0.0.22", "10.0.0.23", "10.0.0.21"])
  }

  @Test("What was worked out from something else is not brought about")
  func stale() throws {
    let before = origin()
    let scale = try ScaleChange(wish { $0.addedNodes = ["10.0.0.23"] }, of: "c", from: before)
    #expect(scale.intent.isCurrent(before, scale.change))
    var begun = origin(nil, scale.change)
    begun.target = scale.document
    #expect(scale.intent.isCurrent(begun, scale.change))
    var done = ClusterOrigin(document: scale.document, folder: "/f", changes: 1)
    done.applied = scale.document
    #expect(scale.intent.isCurrent(done, scale.change))
    let others = try ScaleChange(wish { $0.addedNodes = ["10.0.0.24"] }, of: "c", from: before)
    #expect(!others.intent.isCurrent(begun, others.change))
    #expect(!others.intent.isCurrent(done, others.change))
  }
}
