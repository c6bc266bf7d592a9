extension Duration {
  /// Whole milliseconds, rounded up, as far as libcurl's and the system's calls can count them.
  var clampedMilliseconds: Int32 {
    let milliseconds = (self / .milliseconds(1)).rounded(.up)
    return Int32(min(max(milliseconds, 0), Double(Int32.max)))
  }
}
