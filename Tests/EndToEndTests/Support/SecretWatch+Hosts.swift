import Foundation
import LoopbackHosts

extension SecretWatch {
  /// Files on a host that hold a secret and that others than their owner may read, the folder of the stand-in for sealer
  /// apart.
  func openFiles(on host: LoopbackHost) throws -> [String] {
    var files: [String] = []
    for folder in [
      "/root", "/home", "/var/lib/mcctl", "/var/lib/sealer", "/tmp", "/etc/kubernetes",
    ] {
      let base = host.file(folder)
      for case let path as String in FileManager.default.enumerator(atPath: base.path) ?? .init() {
        let file = base.appending(path: path)
        guard let data = FileManager.default.contents(atPath: file.path) else { continue }
        let names = found(in: String(decoding: data, as: UTF8.self))
        guard !names.isEmpty, try host.mode("\(folder)/\(path)") & 0o177 != 0 else { continue }
        files.append("\(folder)/\(path): \(names)")
      }
    }
    return files
  }
}
