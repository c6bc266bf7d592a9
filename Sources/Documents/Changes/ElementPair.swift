/// Elements of two arrays that are held against each other.
struct ElementPair {
  /// The place in the later array, or in the earlier one when only that has the element.
  let index: Int
  let before: Value?
  let after: Value?

  /// The pairs that differ: what stands between the common beginning and the common end.
  static func pairs(_ old: [Value], _ new: [Value]) -> [ElementPair] {
    let shorter = min(old.count, new.count)
    let start = zip(old, new).prefix(while: { $0 == $1 }).count
    let end = zip(old.reversed(), new.reversed()).prefix(shorter - start).prefix(while: { $0 == $1 }
    )
    .count
    let oldEnd = old.count - end
    let newEnd = new.count - end
    return (start..<max(oldEnd, newEnd)).map { index in
      ElementPair(
        index: index, before: index < oldEnd ? old[index] : nil,
        after: index < newEnd ? new[index] : nil)
    }
  }
}
