import Documents
import Testing

@testable import Sandbox

@Suite("Storage")
struct ObjectStoreTests {
  private static let resource = ResourceKey(group: "", plural: "configmaps")

  /// A runtime that wakes a task and one that cancels it wait for each other; a store that also waits
  /// for one of them would stand still for ever.
  @Test("clients that leave in the middle of changes do not stop the store")
  func watchesEndWhileObjectsChange() async throws {
    let store = ObjectStore()
    await withTaskGroup { group in
      for number in 0..<4 {
        group.addTask {
          let key = ObjectKey(namespace: "n", name: "o\(number)")
          for _ in 0..<2_000 {
            let current = store.object(Self.resource, key)
            let expected = current.map { ObjectStore.Expectation.revision($0.revision) } ?? .absent
            _ = try? store.put(Self.resource, key, ["data": [:]], expecting: expected)
            await Task.yield()
          }
        }
      }
      for _ in 0..<4 {
        group.addTask {
          for round in 0..<500 {
            let (_, watch) = store.watch(Self.resource)
            let reader = Task { for await _ in watch.signals {} }
            for _ in 0..<round % 4 { await Task.yield() }
            reader.cancel()
            store.endWatch(watch.id)
          }
        }
      }
    }
    #expect(store.revision == 8_001)
  }

  @Test("a watch sees every change in order, and ends when it is ended")
  func order() async throws {
    let store = ObjectStore()
    let (_, watch) = store.watch(Self.resource)
    await withTaskGroup { group in
      for number in 0..<50 {
        group.addTask {
          let key = ObjectKey(namespace: "n", name: "o\(number)")
          _ = try? store.put(Self.resource, key, ["data": [:]], expecting: .absent)
        }
      }
    }
    store.endWatch(watch.id)
    var revisions: [UInt64] = []
    for await case .event(let event) in watch.signals { revisions.append(event.object.revision) }
    #expect(revisions == Array(2...51))
  }
}
