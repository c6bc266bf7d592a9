import Documents
import Testing

@testable import Sandbox

struct BindingIndexTests {
  private let store = ObjectStore(historyCapacity: 4)
  private let everywhere = ResourceKey(
    group: "rbac.authorization.k8s.io", plural: "clusterrolebindings")
  private let inNamespaces = ResourceKey(group: "rbac.authorization.k8s.io", plural: "rolebindings")
  private let alice = UserInfo(name: "alice", groups: ["people"])

  private func bind(
    _ name: String, _ subjects: [Value], namespace: String = "", over: StoredObject? = nil
  ) throws -> StoredObject {
    try store.put(
      namespace.isEmpty ? everywhere : inNamespaces, ObjectKey(namespace: namespace, name: name),
      ["metadata": ["name": .string(name)], "subjects": .array(subjects)],
      expecting: over.map { .revision($0.revision) } ?? .absent)
  }

  private func names(_ index: BindingIndex, _ user: UserInfo, _ namespace: String? = nil)
    -> [String]
  {
    index.entries(of: user, namespace: namespace).map {
      $0.binding.at("metadata", "name")?.string ?? ""
    }
  }

  @Test func followsWhatIsMadeChangedAndDeleted() throws {
    let index = BindingIndex(store: store)
    let first = try bind("b", [["kind": "User", "name": "alice"]])
    _ = try bind("a", [["kind": "Group", "name": "people"]])
    _ = try bind("c", [["kind": "Group", "name": "others"]])
    #expect(names(index, alice) == ["a", "b"])
    let second = try bind("b", [["kind": "User", "name": "bob"]], over: first)
    #expect(names(index, alice) == ["a"])
    #expect(names(index, UserInfo(name: "bob", groups: [])) == ["b"])
    try store.remove(everywhere, second.key, last: second.value, expecting: second.revision)
    #expect(names(index, UserInfo(name: "bob", groups: [])) == [])
  }

  @Test func aNamespacesBindingsComeAfterThoseThatHoldEverywhere() throws {
    let index = BindingIndex(store: store)
    let agent: Value = ["kind": "ServiceAccount", "name": "agent"]
    _ = try bind("in", [agent], namespace: "edge")
    _ = try bind("on", [["kind": "ServiceAccount", "name": "agent", "namespace": "edge"]])
    let user = UserInfo(name: "system:serviceaccount:edge:agent", groups: [])
    #expect(names(index, user, "edge") == ["on", "in"])
    #expect(names(index, user, "other") == ["on"])
    #expect(names(index, user) == ["on"])
  }

  @Test func namesTheFirstOfABindingsSubjectsThatAUserIs() throws {
    let index = BindingIndex(store: store)
    _ = try bind("a", [["kind": "Group", "name": "people"], ["kind": "User", "name": "alice"]])
    #expect(
      index.entries(of: alice, namespace: nil).map { $0.subject["kind"]?.string } == ["Group"])
  }

  @Test func beginsAnewWhereChangesWereForgotten() throws {
    let index = BindingIndex(store: store)
    let first = try bind("gone", [["kind": "User", "name": "alice"]])
    #expect(names(index, alice) == ["gone"])
    try store.remove(everywhere, first.key, last: first.value, expecting: first.revision)
    for number in 0..<20 { _ = try bind("b\(number)", [["kind": "User", "name": "bob"]]) }
    _ = try bind("last", [["kind": "User", "name": "alice"]])
    #expect(names(index, alice) == ["last"])
    #expect(names(index, UserInfo(name: "bob", groups: [])).count == 20)
  }

  @Test func rulesAreThoseOfTheRoleAsItIsNow() throws {
    let index = BindingIndex(store: store)
    let key = ObjectKey(namespace: "", name: "r")
    let roles = ResourceKey(group: "rbac.authorization.k8s.io", plural: "clusterroles")
    let first = try store.put(roles, key, ["rules": [["verbs": ["get"]]]], expecting: .absent)
    #expect(index.rules(of: first).map(\.verbs) == [["get"]])
    let second = try store.put(
      roles, key, ["rules": [["verbs": ["list"]]]], expecting: .revision(first.revision))
    #expect(index.rules(of: second).map(\.verbs) == [["list"]])
  }
}
