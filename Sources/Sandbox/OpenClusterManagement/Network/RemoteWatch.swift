import AsyncHTTPClient
import Documents
import NIOCore

/// One watch over the network that never ends by itself: it lists, follows the changes, and starts
/// anew when the connection breaks or the server has forgotten the version.
struct RemoteWatch: Sendable {
  let client: RemoteClient
  let kind: Kind
  let namespace: String?
  let name: String?

  /// Runs until the task is cancelled.
  func run(
    retry: Duration, _ yield: (_ event: (type: String, object: Value)) -> Void
  ) async {
    var known: [String: Value] = [:]
    while !Task.isCancelled {
      do {
        let listing = try await client.listing(kind, namespace, name: name, labelSelector: nil)
        announce(listing.items, &known, yield)
        try await follow(from: listing.resourceVersion, &known, yield)
      } catch {
        try? await Task.sleep(for: retry)
      }
    }
  }

  private func announce(
    _ items: [Value], _ known: inout [String: Value],
    _ yield: (_ event: (type: String, object: Value)) -> Void
  ) {
    var left = known
    for item in items {
      let before = left.removeValue(forKey: key(item))
      if before != item { yield((before == nil ? "ADDED" : "MODIFIED", item)) }
    }
    for object in left.values { yield(("DELETED", object)) }
    known = Dictionary(items.map { (key($0), $0) }, uniquingKeysWith: { $1 })
  }

  private func follow(
    from version: String, _ known: inout [String: Value],
    _ yield: (_ event: (type: String, object: Value)) -> Void
  ) async throws {
    let body = try await client.openWatch(
      kind, namespace, name: name, resourceVersion: version)
    var pending = ByteBuffer()
    for try await var chunk in body {
      pending.writeBuffer(&chunk)
      while let line = pending.readLine() {
        let event = try JSON.decode(line)
        guard let type = event["type"]?.string, let object = event["object"] else { continue }
        if type == "ERROR" { return }
        if type == "BOOKMARK" { continue }
        known[key(object)] = type == "DELETED" ? nil : object
        yield((type, object))
      }
      pending.discardReadBytes()
    }
  }

  private func key(_ object: Value) -> String {
    "\(object.objectNamespace ?? "")/\(object.objectName)"
  }
}

extension ByteBuffer {
  /// Takes the bytes up to the next newline, or nil when there is no whole line yet.
  fileprivate mutating func readLine() -> [UInt8]? {
    guard let end = readableBytesView.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = readBytes(length: end - readerIndex)
    moveReaderIndex(forwardBy: 1)
    return line
  }
}
