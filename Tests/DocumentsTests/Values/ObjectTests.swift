import Documents
import Testing

@Suite struct ObjectTests {
  @Test func keepsInsertionOrder() {
    var object = Object([("z", 1), ("a", 2)])
    object["m"] = 3
    object["z"] = 4
    #expect(object.keys == ["z", "a", "m"])
    #expect(object.values == [4, 2, 3])
    #expect(object.map(\.key) == ["z", "a", "m"])
    #expect(object.count == 3)
  }

  @Test func ofEqualKeysTheLastCountsInThePlaceOfTheFirst() {
    let object = Object([("a", 1), ("b", 2), ("a", 3)])
    #expect(object.keys == ["a", "b"])
    #expect(object["a"] == 3)
  }

  @Test func equalityAndHashIgnoreOrder() {
    let left: Object = ["a": 1, "b": ["x": 1, "y": 2]]
    let right: Object = ["b": ["y": 2, "x": 1], "a": 1]
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(left != ["a": 1, "b": ["x": 1, "y": 3]])
    #expect(left != ["a": 1])
    #expect(Set([Value.object(left), .object(right)]).count == 1)
  }

  @Test func removes() {
    var object: Object = ["a": 1, "b": 2, "c": 3]
    #expect(object.removeValue(forKey: "b") == 2)
    #expect(object.removeValue(forKey: "b") == nil)
    object["a"] = nil
    #expect(object.keys == ["c"])
    #expect(!object.isEmpty)
    #expect(Object().isEmpty)
  }

  @Test func findsAmongManyMembers() {
    let object = Object((0..<1000).map { ("key-\($0)", .integer($0)) })
    #expect(object["key-999"] == 999)
    #expect(object.keys.first == "key-0")
    #expect(object["key-1000"] == nil)
  }
}
