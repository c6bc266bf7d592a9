import Documents
import FoundationEssentials

/// What ``HostFactsScript`` told of a machine.
struct HostFacts: Sendable, Hashable {
  private let rows: [String: [[String]]]
  /// How far the machine's clock is ahead of the one here, in seconds.
  let clockOffset: Double

  /// Reads the script's output.
  ///
  /// - Parameter received: when its first line came, by the clock here.
  /// - Throws: ``Unreadable`` for an output that is not whole.
  init(_ text: String, received: Date) throws(Unreadable) {
    var rows: [String: [[String]]] = [:]
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      rows[columns[0], default: []].append(Array(columns.dropFirst()))
    }
    guard rows["end"] != nil, let time = rows["time"]?.first?.first.flatMap({ Double($0) }) else {
      throw Unreadable()
    }
    self.rows = rows
    clockOffset = time - received.timeIntervalSince1970
  }

  /// The output is not what the script writes.
  struct Unreadable: Error, CustomStringConvertible {
    let description = "the host's answer cannot be understood; has it a POSIX shell?"
  }

  /// The first column of the only fact of that kind; empty when there is none.
  private func text(_ key: String) -> String { rows[key]?.first?.first ?? "" }

  /// The first columns of all facts of that kind.
  private func texts(_ key: String) -> [String] { rows[key]?.compactMap(\.first) ?? [] }

  /// The host name.
  var hostname: String { text("hostname") }
  /// As `uname -m` says it: `x86_64`, `aarch64`.
  var architecture: String { text("arch") }
  /// The same as images say it: `amd64`, `arm64`; nil for those that images are not made for.
  var imageArchitecture: String? { ["x86_64": "amd64", "aarch64": "arm64"][architecture] }
  /// As `uname -r` says it.
  var kernel: String { text("kernel") }
  /// `ID`, `VERSION_ID` and `PRETTY_NAME` of `/etc/os-release`.
  var system: (id: String, version: String, name: String, like: String) {
    let columns = (rows["os"]?.first ?? []) + ["", "", "", ""]
    return (columns[0], columns[1], columns[2], columns[3])
  }
  /// How many processors there are.
  var processors: Int { Int(text("cpus")) ?? 0 }
  /// The memory in bytes.
  var memory: Int { (Int(text("memory")) ?? 0) << 10 }
  /// The devices and files that memory is swapped out to.
  var swaps: [String] { texts("swap") }
  /// Whether the clock is set by NTP; nil when the machine does not tell.
  var isSynchronized: Bool? { ["yes": true, "no": false][text("synchronized")] }
  /// `Enforcing`, `Permissive`, `Disabled` or `none`.
  var selinux: String { text("selinux") }
  /// What the firewall does with packets that no rule is about.
  var inputPolicy: String { text("input") }
  /// Services that run.
  var activeServices: Set<String> { Set(texts("active")) }
  /// Kernel modules that are there: loaded, built in, or to be loaded.
  var modules: Set<String> { Set(texts("module")) }
  /// Programs on the path.
  var programs: Set<String> { Set(texts("program")) }
  /// Paths of ``HostFactsScript`` that are there and not empty.
  var paths: Set<String> { Set(texts("exists")) }
  /// Network interfaces.
  var interfaces: [String] { texts("interface") }
  /// Whether sealer's store has that image.
  func hasImage(_ name: String) -> Bool { imageIDs(name).first != nil }
  /// The architectures that an image in sealer's store is for; none when it is not there, or does not tell.
  func architectures(ofImage name: String) -> Set<String> {
    let ids = Set(imageIDs(name))
    let told = (rows["architectures"] ?? []).filter { $0.first.map(ids.contains) ?? false }
    return Set(
      told.flatMap { $0.dropFirst().flatMap { $0.split(separator: " ").map(String.init) } })
  }

  /// The ids under which the store has an image of that name.
  private func imageIDs(_ name: String) -> [String] {
    let images = (try? JSON.decode(Array(text("images").utf8)))?.array ?? []
    return images.filter { $0["names"]?.strings?.contains(name) ?? false }
      .map { $0["id"]?.string ?? "" }
  }
  /// TCP ports that something listens on.
  var listening: Set<Int> { Set(texts("listen").compactMap { Int($0, radix: 16) }) }

  /// The program that listens on a port; nil when it is not known.
  func owner(of port: Int) -> String? {
    rows["owner"]?.first { $0.first == String(port) }?.last
  }

  /// The address that the machine finds for a name; nil when it finds none.
  func address(of name: String) -> String? {
    rows["resolves"]?.first { $0.first == name }.flatMap { $0.count > 1 ? $0[1] : nil }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Places (`ADDRESS/PORT`) that could not be reached.
  var unreached: [String] {
    rows["reach"]?.filter { $0.last == "no" }.compactMap(\.first) ?? []
  }

  /// Where a path lies, and the bytes that are free there.
  struct Disk: Sendable, Hashable {
    let path: String
    let mount: String
    let free: Int
  }

  /// The disks of the paths that were asked for.
  var disks: [Disk] {
    rows["disk"]?.compactMap { row in
      row.count == 3 ? Disk(path: row[0], mount: row[1], free: (Int(row[2]) ?? 0) << 10) : nil
    } ?? []
  }
}
