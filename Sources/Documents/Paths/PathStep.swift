/// One step of a JSONPath expression.
enum PathStep: Sendable {
  /// The member of this name.
  case field(String)
  /// The member of exactly this name or, when there is none, what this path through members leads
  /// to: kubectl reads `['a.b']` as `.a.b`, and people mean the key `a.b`.
  case quotedField(String, [String])
  /// Every element or member.
  case wildcard
  /// The value itself and every array and object within, outer before inner.
  case recursive
  /// One element; from the end when negative.
  case index(Int)
  /// Every `step`-th element from `start` up to but not `end`; from the end when negative.
  case slice(start: Int?, end: Int?, step: Int?)
  /// The elements that satisfy the filter.
  case filter(PathFilter)
  /// The results of every expression, one after the other.
  case union([[PathStep]])
  /// A constant in place of the value.
  case literal(Value)
}

/// The condition of a `[?(…)]`: comparisons joined by `&&`, and those by `||`.
struct PathFilter: Sendable {
  /// How two values are held against each other.
  enum Comparison: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// One condition.
  enum Term: Sendable {
    /// The expression finds something.
    case exists([PathStep])
    /// What the expressions find compares so.
    case compares([PathStep], Comparison, [PathStep])
  }

  /// The filter holds when all terms of one of these hold.
  var alternatives: [[Term]]
}
