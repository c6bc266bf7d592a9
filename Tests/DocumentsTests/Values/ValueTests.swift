import Documents
import Testing

@Suite struct ValueTests {
  private let pod: Value = [
    "metadata": ["name": "a", "labels": ["x.io/y": "z"]],
    "spec": ["ports": [80, 443], "on": true],
  ]

  @Test func readsMembersAndElements() {
    #expect(pod["metadata"]?["name"]?.string == "a")
    #expect(pod.at("metadata", "labels", "x.io/y")?.string == "z")
    #expect(pod.at("spec", "ports")?[1]?.int == 443)
    #expect(pod.at("spec", "on")?.bool == true)
    #expect(pod.at([.key("spec"), .key("ports"), .index(0)]) == 80)
    let path: [String] = ["metadata", "name"]
    #expect(pod.at(path) == "a")
  }

  @Test func isNilWhereNothingIs() {
    #expect(pod["missing"] == nil)
    #expect(pod.at("metadata", "name", "deeper") == nil)
    #expect(pod.at("spec", "ports")?[2] == nil)
    #expect(pod.at("spec", "ports")?[-1] == nil)
    #expect(pod["spec"]?[0] == nil)
    #expect(Value.string("x")["x"] == nil)
  }

  @Test func tellsKindsApart() {
    #expect(Value.integer(1).string == nil)
    #expect(Value.string("1").int == nil)
    #expect(Value.decimal("1.5").int == nil)
    #expect(Value.decimal("1.5").double == 1.5)
    #expect(Value.integer(2).double == 2)
    #expect(Value.bool(false).isNull == false)
    #expect(Value.null.isNull)
    #expect(Value(["a", "b"]).strings == ["a", "b"])
    #expect((["a", 1] as Value).strings == ["a"])
  }

  @Test func setsMembersInPlaceAndInOrder() {
    var value: Value = ["a": 1, "b": 2]
    value["a"] = 3
    value["c"] = "new"
    #expect(JSON.text(value) == #"{"a":3,"b":2,"c":"new"}"#)
    value["b"] = nil
    #expect(JSON.text(value) == #"{"a":3,"c":"new"}"#)
  }

  @Test func settingMakesObjectsOnTheWay() {
    var value = Value.null
    value.set("x", at: "metadata", "labels", "a")
    value.set(true, at: ["metadata", "labels", "b"])
    #expect(value == ["metadata": ["labels": ["a": "x", "b": true]]])
    var text: Value = ["spec": "text"]
    text.set(1, at: "spec", "replicas")
    #expect(text == ["spec": ["replicas": 1]])
  }

  @Test func settingNilRemovesAndMakesNothing() {
    var value = pod
    value.set(nil, at: "spec", "on")
    value.set(nil, at: "metadata", "annotations", "gone")
    value.set(nil, at: "metadata", "name", "deeper")
    #expect(value == ["metadata": pod["metadata"] ?? .null, "spec": ["ports": [80, 443]]])
    var number: Value = 1
    number["x"] = nil
    #expect(number == 1)
  }

  @Test(arguments: [true, false])
  func nilInAChoiceMeansNoValueAndNotNull(isWanted: Bool) {
    var value: Value = ["a": 1, "b": 2]
    value["a"] = isWanted ? .string("x") : nil
    value.set(isWanted ? Value(["y"]) : nil, at: "b")
    #expect(value == (isWanted ? ["a": "x", "b": ["y"]] : [:]))
  }

  @Test func settingKeepsTheOrderOfSiblings() {
    var value: Value = ["a": ["x": 1], "b": 2]
    value.set(5, at: "a", "y")
    #expect(JSON.text(value) == #"{"a":{"x":1,"y":5},"b":2}"#)
  }

  @Test func numbersAreEqualAsSpelled() {
    #expect(Value.integer(1) != Value.decimal("1.0"))
    #expect(Value.decimal("1.50") != Value.decimal("1.5"))
  }

  @Test func literalsMakeValues() {
    let name = "prod"
    let value: Value = [
      "t": "cluster-\(name)", "n": .null, "d": 1.5, "l": [1, "a", false], "o": [:],
    ]
    #expect(JSON.text(value) == #"{"t":"cluster-prod","n":null,"d":1.5,"l":[1,"a",false],"o":{}}"#)
    #expect(Value(Double.infinity) == nil)
    #expect(Value(1e300) == .decimal("1e+300"))
  }

  @Test func sortsKeysAtEveryDepth() {
    let value: Value = ["b": [["z": 1, "y": 2]], "a": 1, "B": 2]
    #expect(JSON.text(value.sorted()) == #"{"B":2,"a":1,"b":[{"y":2,"z":1}]}"#)
  }

  @Test func descriptionGivesNoSecretsAway() {
    let value: Value = ["user": ["token": "abcdef", "name": "me"]]
    #expect("\(value)" == #"{"user":{"token":"***","name":"me"}}"#)
  }
}
