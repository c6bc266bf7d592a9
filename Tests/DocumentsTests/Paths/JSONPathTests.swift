import Documents
import Testing

@Suite struct JSONPathTests {
  private static let list: Value = [
    "kind": "List",
    "items": [
      [
        "metadata": ["name": "a", "labels": ["kubernetes.io/hostname": "host-a"]],
        "spec": ["replicas": 1, "ratio": 0.5, "on": true],
        "status": [
          "capacity": ["cpu": "4"], "conditions": [["type": "Ready", "status": "True"]],
          "addresses": [["type": "IP", "address": "10.0.0.1"]],
        ],
      ],
      [
        "metadata": ["name": "b", "labels": ["kubernetes.io/hostname": "host-b"]],
        "spec": ["replicas": 3, "on": false, "none": .null],
        "status": [
          "capacity": ["cpu": "8"],
          "conditions": [
            ["type": "Ready", "status": "False"], ["type": "Old", "status": "True"],
          ],
          "addresses": [
            ["type": "IP", "address": "10.0.0.2"], ["type": "DNS", "address": "b.local"],
          ],
        ],
      ],
    ],
    "users": [["name": "me", "user": [:]], ["name": "e2e", "user": ["password": "secret"]]],
    "numbers": [1, 2, 3, 4],
  ]

  /// Templates of kubectl's documentation and of client-go's own tests, and what they print.
  @Test(arguments: [
    ("hello", "hello"), ("", ""), ("{.kind}", "List"), ("kind is {.kind}!", "kind is List!"),
    ("{.items[*].metadata.name}", "a b"), ("{.items[0].metadata.name}", "a"),
    ("{.items[-1].metadata.name}", "b"), ("{$.items[0].metadata.name}", "a"),
    ("{.numbers}", "[1,2,3,4]"), ("{.numbers[*]}", "1 2 3 4"), ("{.numbers[0:2]}", "1 2"),
    ("{.numbers[:2]}", "1 2"), ("{.numbers[1:]}", "2 3 4"), ("{.numbers[-2:]}", "3 4"),
    ("{.numbers[::2]}", "1 3"), ("{.numbers[1::2]}", "2 4"), ("{.numbers[:4:2]}", "1 3"),
    ("{.numbers[:-1]}", "1 2 3"), ("{.numbers[0:0]}", ""), ("{.numbers[0,2,3]}", "1 3 4"),
    ("{.items[0].spec}", #"{"on":true,"ratio":0.5,"replicas":1}"#),
    ("{.items[*].spec.on}", "true false"), ("{.items[0].spec.ratio}", "0.5"),
    ("{.items[1].spec.none}", "null"),
    ("{.items[*].status.addresses[*].address}", "10.0.0.1 10.0.0.2 b.local"),
    ("{..name}", "a b me e2e"), ("{...name}", "a b me e2e"),
    ("{..conditions[0].status}", "True False"),
    ("{.items[*]['metadata.name', 'status.capacity']}", #"a b {"cpu":"4"} {"cpu":"8"}"#),
    ("{.items[0]['metadata']['name']}", "a"),
    (#"{.items[0].metadata.labels.kubernetes\.io/hostname}"#, "host-a"),
    (#"{.items[0].metadata.labels['kubernetes\.io/hostname']}"#, "host-a"),
    ("{.items[0].metadata.labels['kubernetes.io/hostname']}", "host-a"),
    (#"{.items[0].metadata.labels["kubernetes.io/hostname"]}"#, "host-a"),
    (#"{.items[?(@.metadata.labels.kubernetes\.io/hostname=="host-b")].metadata.name}"#, "b"),
    (#"{.users[?(@.name=="e2e")].user.password}"#, "secret"),
    (#"{.users[?(@.name=='e2e')].user.password}"#, "secret"),
    (#"{.users[?(@.name!="e2e")].name}"#, "me"),
    ("{.items[?(@..on==true)].metadata.name}", "a"), ("{.numbers[?(@<3)]}", "1 2"),
    ("{.numbers[?(@>=3)]}", "3 4"), ("{.numbers[?(@ > 2.5)]}", "3 4"), ("{.numbers[?(@<=1)]}", "1"),
    ("{.users[?(@.user.password)].name}", "e2e"), ("{.users[?(@.name>\"m\")].name}", "me"),
    ("{.numbers[?(@==\"1\")]}", ""), ("{.numbers[?(@!=\"1\")]}", "1 2 3 4"),
    (#"{.items[*].status.conditions[?(@.type=="Ready" && @.status=="True")].status}"#, "True"),
    (#"{.users[?(@.name=="me" || @.name=="e2e")].name}"#, "me e2e"),
    (#"{.items[?(@.status.conditions[?(@.type=="Ready")].status=="True")].metadata.name}"#, "a"),
    (#"{.users[?(@.name=="a]) && b")].name}"#, ""),
    ("{.users[*].*}", #"me {} e2e {"password":"secret"}"#), ("{.items[0].status.capacity.*}", "4"),
    (
      "{.items[*].metadata.*}",
      #"a {"kubernetes.io/hostname":"host-a"} b {"kubernetes.io/hostname":"host-b"}"#
    ),
    ("{range .items[*]}{.metadata.name}, {end}{.kind}", "a, b, List"),
    (#"{range .items[*]}{.metadata.name}{"\t"}{.spec.replicas}{"\n"}{end}"#, "a\t1\nb\t3\n"),
    (
      "{range .items[*]}{range .status.addresses[*]}{.address}, {end}; {end}.",
      "10.0.0.1, ; 10.0.0.2, b.local, ; ."
    ),
    (
      "{range .items[*]}[{.metadata.name}, {.status.capacity}] {end}",
      #"[a, {"cpu":"4"}] [b, {"cpu":"8"}] "#
    ),
    ("{range .nothing[*]}{.x}{range .y}z{end}{end}after", "after"),
    ("{range .items[*]}{.metadata.name}", "ab"),
    (#"{range .users[*]}{ "{" }{ @.name }{ "} " }{end}"#, "{me} {e2e} "),
    ("{ .kind }", "List"), ("{'it\\'s'}", "it's"), (#"{"\"\\"}"#, "\"\\"), ("{\"{\"}", "{"),
    ("{.missing}", ""), ("before-{.missing.deeper[0].x}after", "before-after"),
    ("{.items[*].metadata.labels.none}", ""), ("{.kind.deeper}", ""),
    ("{@.kind}", "List"), ("{.users[0].user.*}", ""),
  ])
  func renders(template: String, text: String) throws {
    #expect(try JSONPath(template).render(Self.list) == text)
  }

  @Test func aLoneDotIsTheWholeValue() throws {
    #expect(try JSONPath("{.}").render([1]) == "[1]")
    #expect(try JSONPath("{@}").render("x") == "x")
    #expect(try JSONPath("{..}").render([1, 2]) == "[1,2]")
    #expect(try JSONPath("{[0]['id']}").render([["id": 7]]) == "7")
    #expect(try JSONPath("{[?(@.z)].id}").render([["id": 1], ["id": 2, "z": .null]]) == "2")
  }

  @Test(arguments: [
    ("{", "line 1, column 2: unclosed action, \"}\" is missing"),
    ("ab {.x", "line 1, column 7: unclosed action, \"}\" is missing"),
    ("{hello}", "line 1, column 2: unrecognized identifier hello"),
    ("{end}", "line 1, column 5: not in range, nothing to end"),
    ("{range .x}{end}{end}", "line 1, column 20: not in range, nothing to end"),
    ("{.x[}", "line 1, column 4: unterminated array"),
    ("{.x[a]}", "line 1, column 5: invalid array index a"),
    ("{.x[]}", "line 1, column 5: invalid array index "),
    ("{.x[1:2:3:4]}", "line 1, column 5: invalid array index 1:2:3:4"),
    ("{.x[?(@.a==1]}", "line 1, column 5: unterminated filter"),
    ("{.x[?(@.a<>1)]}", "line 1, column 10: unrecognized filter operator <>"),
    ("{.x[?(@.a=~'b')]}", "line 1, column 10: unrecognized filter operator =~"),
    ("{.x[?(@.a=='b)]}", "line 1, column 4: unterminated quoted string"),
    ("{'abc}", "line 1, column 2: unterminated quoted string"),
    (#"{"\q"}"#, #"line 1, column 3: invalid escape "\q""#),
    ("{é....x}", "line 1, column 2: unrecognized identifier é"),
    ("{....x}", "line 1, column 5: invalid multiple recursive descent"),
    ("{.x,y}", "line 1, column 4: unexpected \",\""),
    ("{1.2.3}", "line 1, column 2: cannot parse number 1.2.3"),
  ])
  func refusesTemplates(template: String, message: String) {
    let error = #expect(throws: DocumentError.self) { try JSONPath(template) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    ("{.numbers[9]}", "array index out of bounds: index 9, length 4"),
    ("{.numbers[-9]}", "array index out of bounds: index -5, length 4"),
    ("{.numbers[2:9]}", "array index out of bounds: index 8, length 4"),
    ("{.numbers[3:1]}", "the slice starts at 3, behind its end 1"),
    ("{.numbers[0:2:0]}", "the step of a slice must be positive"),
    ("{.kind[0]}", "text has no elements to select from"),
    ("{.items[0].spec[?(@.x)]}", "a mapping has no elements to select from"),
    ("{.items[?(@..type==\"x\")]}", "a filter can only compare one value at a time"),
  ])
  func failsWhereKubectlDoes(template: String, message: String) throws {
    let path = try JSONPath(template)
    let error = #expect(throws: DocumentError.self) { try path.render(Self.list) }
    #expect(error?.description == message)
  }

  @Test func damagedTemplatesNeverCrash() {
    var generator = SeededGenerator(seed: 41)
    let template = Array(
      #"{range .items[?(@.a=="b" && @.c)]}{.x['y.z',0]}{"\n"}{..q[1:2:3]}{end}"#.utf8)
    for _ in 0..<5000 {
      let damaged = String(decoding: template.mutated(using: &generator), as: UTF8.self)
      _ = try? JSONPath(damaged).render(Self.list)
      _ = try? PathExpression(damaged).values(in: Self.list)
    }
  }
}
