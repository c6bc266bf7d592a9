import Documents
import Testing

@Suite struct ListItemDecoderTests {
  private let list = #"""
    {"kind":"ManagedClusterList","apiVersion":"cluster.open-cluster-management.io/v1",
     "metadata":{"resourceVersion":"42","continue":"abc","remainingItemCount":7,"items":["not these"]},
     "items":[ {"metadata":{"name":"é\"]}{[😀","n":[1,2,{"x":[]}]}}, {"b":"\\"},
      [1,"]"] ,"text, with ]",17,null , {"esc":"\u0022}\ud83d\ude00"}], "extra":{"items":[1]} }
    """#

  private let items: [Value] = [
    ["metadata": ["name": "é\"]}{[😀", "n": [1, 2, ["x": []]]]], ["b": "\\"], [1, "]"],
    "text, with ]", 17, .null, ["esc": "\"}😀"],
  ]

  @Test func givesItemsWhereverTheBytesAreSplit() throws {
    let bytes = Array(list.utf8)
    for split in 0...bytes.count {
      var decoder = ListItemDecoder()
      var found = try decoder.feed(Array(bytes[..<split]))
      found += try decoder.feed(Array(bytes[split...]))
      #expect(found == items, "split at \(split)")
      #expect(try decoder.finish().itemCount == 7)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func givesItemsFromPiecesOfAnySize(size: Int) throws {
    let bytes = Array(list.utf8)
    var decoder = ListItemDecoder()
    var found: [Value] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      found += try decoder.feed(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(found == items)
  }

  @Test func givesEachItemAsSoonAsItIsComplete() throws {
    var decoder = ListItemDecoder()
    #expect(try decoder.feed(Array(#"{"items":[{"a":1"#.utf8)) == [])
    #expect(try decoder.feed(Array("}".utf8)) == [["a": 1]])
    #expect(try decoder.feed(Array(#",{"a":2},{"#.utf8)) == [["a": 2]])
  }

  @Test func tellsWhatIsAroundTheItems() throws {
    var decoder = ListItemDecoder()
    _ = try decoder.feed(Array(list.utf8))
    let envelope = try decoder.finish()
    #expect(envelope.kind == "ManagedClusterList")
    #expect(envelope.apiVersion == "cluster.open-cluster-management.io/v1")
    #expect(envelope.resourceVersion == "42")
    #expect(envelope.continueToken == "abc")
    #expect(envelope.remainingItemCount == 7)
    #expect(envelope.hasItems)
    #expect(envelope.value["items"] == [])
    #expect(envelope.value["extra"] == ["items": [1]])
  }

  @Test func readsTheRowsOfATable() throws {
    let table = #"{"kind":"Table","columnDefinitions":[{"name":"Name"}],"rows":[{"cells":["a"]}]}"#
    var decoder = ListItemDecoder(arrayKey: "rows")
    #expect(try decoder.feed(Array(table.utf8)) == [["cells": ["a"]]])
    #expect(try decoder.finish().value["columnDefinitions"] == [["name": "Name"]])
  }

  @Test(arguments: [
    #"{"items":[]}"#, #"{ "items" : [ ] }"#, #"{"items":null}"#, "{}", " {\n}\n",
  ])
  func readsEmptyLists(text: String) throws {
    var decoder = ListItemDecoder()
    #expect(try decoder.feed(Array(text.utf8)) == [])
    let envelope = try decoder.finish()
    #expect(envelope.itemCount == 0)
    #expect(envelope.continueToken == nil)
    #expect(envelope.metadata.isNull)
    #expect(envelope.hasItems == text.contains("["))
  }

  @Test(arguments: [
    ("[1]", "the answer is not a JSON object"),
    ("<html>", "the answer is not a JSON object"),
    (#"{"items":[{"a":}]}"#, "item 0 of the list: found \"}\" where a value should be"),
    (#"{"items":[1,nope]}"#, "item 1 of the list: found \"o\" where \"null\" should be"),
    (#"{"items":[1,,2]}"#, "the items of the list are not parted by single commas"),
    (#"{"items":[1,]}"#, "the items of the list are not parted by single commas"),
    (#"{"items":[{}{}]}"#, "the items of the list are not parted by single commas"),
    (#"{"items":[,1]}"#, "the items of the list are not parted by single commas"),
    (#"{"items":[{},{"a""#, "the list ends too early, after 1 items"),
    ("", "the list ends too early, after 0 items"),
    ("{} x", "line 1, column 4: text after the end of the JSON value"),
    (#"{"items":[]"kind":1}"#, "line 1, column 12: found \"\"\" where \",\" or \"}\" should be"),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) {
      var decoder = ListItemDecoder()
      for byte in text.utf8 { _ = try decoder.feed([byte]) }
      _ = try decoder.finish()
    }
    #expect(error?.description == message)
  }

  @Test func holdsNoMoreThanItsLimits() {
    let limits = Limits(maxBytes: 1000)
    let endless = #"{"items":[{"a":""# + String(repeating: "x", count: 2000)
    let error = #expect(throws: DocumentError.self) {
      var decoder = ListItemDecoder(limits: limits)
      for byte in endless.utf8 { _ = try decoder.feed([byte]) }
    }
    #expect(error?.message == "item 0 of the list is larger than 1000 bytes")
    let head = #"{"metadata":""# + String(repeating: "x", count: 2000)
    #expect(throws: DocumentError.self) {
      var decoder = ListItemDecoder(limits: limits)
      _ = try decoder.feed(Array(head.utf8))
    }
  }

  @Test func readsRandomListsInRandomPieces() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let items = (0..<4).map { _ in Value.random(using: &generator) }
      var rest = JSON.encode(["kind": "List", "items": .array(items), "metadata": [:]])[...]
      var decoder = ListItemDecoder()
      var found: [Value] = []
      while !rest.isEmpty {
        let count = Int.random(in: 1...min(40, rest.count), using: &generator)
        found += try decoder.feed(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(found == items)
      #expect(try decoder.finish().kind == "List")
    }
  }
}
