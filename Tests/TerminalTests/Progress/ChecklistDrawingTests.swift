import Testing

@testable import Terminal

@Suite("Frames of the checklist")
struct ChecklistDrawingTests {
  let drawing = ChecklistDrawing(symbols: .unicode, palette: .plain)

  static let changes: [(Duration, ProgressChange)] = [
    (.zero, .planned(id: "token", group: "edge-7", title: "mint a join credential")),
    (.zero, .planned(id: "agent", group: "edge-7", title: "install the agent")),
    (.zero, .planned(id: "wait", group: "edge-7", title: "wait for the certificate request")),
    (.zero, .planned(id: "accept", group: "edge-7", title: "approve and accept")),
    (.milliseconds(100), .started(id: "token", group: "edge-7", title: "mint a join credential")),
    (.milliseconds(400), .finished(id: "token", outcome: .done, note: "expires 14:20")),
    (.milliseconds(400), .started(id: "agent", group: "edge-7", title: "install the agent")),
    (.milliseconds(900), .noted(id: "agent", note: "14 of 20 objects")),
    (.seconds(2), .finished(id: "agent", outcome: .done, note: "unchanged")),
    (
      .seconds(2), .started(id: "wait", group: "edge-7", title: "wait for the certificate request")
    ),
    (.seconds(4), .waiting(id: "wait", fact: "klusterlet-agent: ImagePullBackOff")),
  ]

  static func checklist(_ changes: [(Duration, ProgressChange)]) -> Checklist {
    changes.reduce(into: Checklist()) { $0.apply($1.1, at: $1.0) }
  }

  @Test("steps done, waiting and to come")
  func frame() {
    let lines = drawing.lines(
      Self.checklist(Self.changes), at: .seconds(14), frame: 2, size: .standard)
    #expect(
      lines == [
        "✔ mint a join credential  expires 14:20  0.3s",
        "✔ install the agent  unchanged  1.6s",
        "⠹ wait for the certificate request  12s",
        "  klusterlet-agent: ImagePullBackOff (10s)",
        "· approve and accept",
      ])
  }

  @Test("in ASCII where the locale has nothing else")
  func ascii() {
    let drawing = ChecklistDrawing(symbols: .ascii, palette: .plain)
    let lines = drawing.lines(
      Self.checklist(Self.changes), at: .seconds(14), frame: 5, size: .standard)
    #expect(lines.first == "+ mint a join credential  expires 14:20  0.3s")
    #expect(lines.dropFirst(2).first == "/ wait for the certificate request  12s")
    #expect(lines.joined().utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("a fact that is repeated keeps its age, a new one starts anew")
  func factAge() {
    var checklist = Self.checklist(Self.changes)
    checklist.apply(
      .waiting(id: "wait", fact: "klusterlet-agent: ImagePullBackOff"), at: .seconds(9))
    var lines = drawing.lines(checklist, at: .seconds(10), frame: 0, size: .standard)
    #expect(lines.contains("  klusterlet-agent: ImagePullBackOff (6s)"))
    checklist.apply(.waiting(id: "wait", fact: "no request yet"), at: .seconds(10))
    lines = drawing.lines(checklist, at: .seconds(10), frame: 0, size: .standard)
    #expect(lines.contains("  no request yet (0s)"))
  }

  @Test("no line reaches the last column, whatever its content")
  func narrow() {
    let lines = drawing.lines(
      Self.checklist(Self.changes), at: .seconds(14), frame: 0,
      size: TerminalSize(columns: 30, rows: 24))
    #expect(lines.allSatisfy { $0.displayWidth < 30 })
    #expect(lines.first == "✔ mint a join credenti…  0.3s")
  }

  @Test("the cluster is named when there are several")
  func severalClusters() {
    let checklist = Self.checklist([
      (.zero, .started(id: "a/1", group: "edge-7", title: "install the agent")),
      (.zero, .started(id: "b/1", group: "上海", title: "install the agent")),
      (.seconds(1), .finished(id: "b/1", outcome: .failed, note: "no rights")),
    ])
    let lines = drawing.lines(checklist, at: .seconds(1), frame: 0, size: .standard)
    #expect(
      lines == [
        "⠋ edge-7  install the agent  1.0s", "✘ 上海    install the agent  no rights  1.0s",
      ])
  }

  @Test("what does not fit the window is counted; what runs and what failed is shown")
  func tall() {
    var changes: [(Duration, ProgressChange)] = (1...40).map {
      (.zero, .planned(id: "\($0)", group: "c\($0)", title: "import"))
    }
    changes += (1...20).flatMap { number -> [(Duration, ProgressChange)] in
      [
        (.zero, .started(id: "\(number)", group: "c\(number)", title: "import")),
        (
          .seconds(1),
          .finished(id: "\(number)", outcome: number == 3 ? .failed : .done, note: nil)
        ),
      ]
    }
    changes.append((.seconds(1), .started(id: "21", group: "c21", title: "import")))
    let lines = drawing.lines(
      Self.checklist(changes), at: .seconds(2), frame: 0, size: TerminalSize(columns: 80, rows: 10))
    #expect(
      lines == [
        "19 done, 1 failed, 1 running, 19 to come", "✘ c3   import  1.0s", "⠋ c21  import  1.0s",
      ])
    #expect(drawing.finalLines(Self.checklist(changes), at: .seconds(2), columns: 80).count == 40)
  }

  @Test("in the end, what still runs was stopped; when nothing has begun there is nothing to show")
  func end() {
    let lines = drawing.finalLines(Self.checklist(Self.changes), at: .seconds(14), columns: 80)
    #expect(
      lines.suffix(2) == [
        "✘ wait for the certificate request  stopped  12s", "· approve and accept",
      ])
    let planned = Self.checklist(Array(Self.changes.prefix(4)))
    #expect(drawing.finalLines(planned, at: .zero, columns: 80).isEmpty)
  }

  @Test("a change of a step that nobody announced is ignored")
  func unknownStep() {
    #expect(Self.checklist([(.zero, .noted(id: "ghost", note: "boo"))]).items.isEmpty)
  }

  @Test("control sequences in notes and facts are shown, not obeyed")
  func hostile() {
    let checklist = Self.checklist([
      (.zero, .started(id: "a", group: nil, title: "install")),
      (.zero, .waiting(id: "a", fact: "\u{1B}[2Jgone\nnew line")),
    ])
    let lines = drawing.lines(checklist, at: .zero, frame: 0, size: .standard)
    #expect(lines.last == "  ^[[2Jgone new line (0s)")
  }

  @Test("of many, only what was stopped stays, under a count; nothing when all have ended")
  func overview() {
    let begun: [(Duration, ProgressChange)] = ["a", "b"].map {
      (.zero, .started(id: $0, group: nil, title: $0))
    }
    let first: (Duration, ProgressChange) = (
      .seconds(1), .finished(id: "a", outcome: .done, note: nil)
    )
    let lines = drawing.finalOverview(
      Self.checklist(begun + [first]), at: .seconds(2), columns: 80)
    #expect(lines.count == 2 && lines[0].hasPrefix("1 done") && lines[1].contains("b"))
    let last: (Duration, ProgressChange) = (
      .seconds(2), .finished(id: "b", outcome: .failed, note: "no")
    )
    #expect(
      drawing.finalOverview(
        Self.checklist(begun + [first, last]), at: .seconds(2), columns: 80
      ).isEmpty)
  }
}
