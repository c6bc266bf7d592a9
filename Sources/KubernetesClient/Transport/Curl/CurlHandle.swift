import CCurl

/// One libcurl easy handle with what must live as long as it. Confined to the event-loop thread.
final class CurlHandle {
  /// An option libcurl did not take.
  struct OptionFailure: Error {
    let option: CURLoption
    let code: CURLcode

    /// The same for those who do not know libcurl.
    var transportError: TransportError {
      let words = String(cString: mcctl_curl_easy_strerror(code))
      return .system(detail: "libcurl option \(option.rawValue): \(words)")
    }
  }

  let raw: UnsafeMutableRawPointer
  private let errorText: UnsafeMutablePointer<CChar>
  private var lists: [UnsafeMutablePointer<curl_slist>] = []

  /// A fresh handle, nil when there is no memory for it.
  init?() {
    guard let raw = mcctl_curl_easy_init() else { return nil }
    self.raw = raw
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    _ = mcctl_curl_set_pointer(raw, CURLOPT_ERRORBUFFER, errorText)
  }

  deinit {
    mcctl_curl_easy_cleanup(raw)
    lists.forEach(mcctl_curl_slist_free_all)
    errorText.deallocate()
  }

  /// libcurl's account of the last failure, empty when it has none.
  var failureText: String { String(cString: errorText) }

  func set(_ option: CURLoption, _ value: Int) throws(OptionFailure) {
    try check(option, mcctl_curl_set_long(raw, option, value))
  }

  func set(_ option: CURLoption, _ value: Bool) throws(OptionFailure) {
    try set(option, value ? 1 : 0)
  }

  func set(_ option: CURLoption, _ value: String?) throws(OptionFailure) {
    try check(option, mcctl_curl_set_string(raw, option, value))
  }

  func set(_ option: CURLoption, size: Int) throws(OptionFailure) {
    try check(option, mcctl_curl_set_offset(raw, option, Int64(size)))
  }

  func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer?) throws(OptionFailure) {
    try check(option, mcctl_curl_set_pointer(raw, option, pointer))
  }

  func set(_ option: CURLoption, blob: [UInt8]) throws(OptionFailure) {
    try check(option, mcctl_curl_set_blob(raw, option, blob, blob.count))
  }

  /// Sets a list option and keeps the list as long as the handle.
  func set(_ option: CURLoption, list: [String]) throws(OptionFailure) {
    var head: UnsafeMutablePointer<curl_slist>?
    for line in list {
      guard let longer = mcctl_curl_slist_append(head, line) else {
        mcctl_curl_slist_free_all(head)
        throw OptionFailure(option: option, code: CURLE_OUT_OF_MEMORY)
      }
      head = longer
    }
    guard let head else { return }
    lists.append(head)
    try check(option, mcctl_curl_set_list(raw, option, head))
  }

  /// Sets what takes each line of a head.
  func onHeaderLine(
    _ context: UnsafeMutableRawPointer, _ callback: mcctl_curl_receive
  ) throws(OptionFailure) {
    try check(CURLOPT_HEADERFUNCTION, mcctl_curl_set_header_callback(raw, callback, context))
  }

  /// Sets what takes the pieces of a body.
  func onBody(
    _ context: UnsafeMutableRawPointer, _ callback: mcctl_curl_receive
  ) throws(OptionFailure) {
    try check(CURLOPT_WRITEFUNCTION, mcctl_curl_set_body_callback(raw, callback, context))
  }

  /// Sets what gives the pieces of a request's body.
  func onUpload(
    _ context: UnsafeMutableRawPointer, _ callback: mcctl_curl_provide
  ) throws(OptionFailure) {
    try check(CURLOPT_READFUNCTION, mcctl_curl_set_upload_callback(raw, callback, context))
  }

  /// Sets what goes back in a request's body.
  func onSeek(
    _ context: UnsafeMutableRawPointer, _ callback: mcctl_curl_seek
  ) throws(OptionFailure) {
    try check(CURLOPT_SEEKFUNCTION, mcctl_curl_set_seek_callback(raw, callback, context))
  }

  /// Sets what is told of every socket made for the transfer.
  func onSocket(
    _ context: UnsafeMutableRawPointer, _ callback: mcctl_curl_socket_made
  ) throws(OptionFailure) {
    try check(CURLOPT_SOCKOPTFUNCTION, mcctl_curl_set_socket_callback(raw, callback, context))
  }

  /// A fact that is a number; 0 when not known.
  func fact(_ info: CURLINFO) -> Int {
    mcctl_curl_get_long(raw, info)
  }

  /// A fact that is a size in bytes or a time in microseconds; 0 when not known.
  func offset(_ info: CURLINFO) -> Int {
    Int(mcctl_curl_get_offset(raw, info))
  }

  private func check(_ option: CURLoption, _ code: CURLcode) throws(OptionFailure) {
    guard code == CURLE_OK else { throw OptionFailure(option: option, code: code) }
  }
}

extension CurlHandle {
  /// The chain the server showed as PEM, its own certificate first; empty unless `CURLOPT_CERTINFO` was set.
  var certificates: [String] {
    guard let info = mcctl_curl_get_certificates(raw)?.pointee, let lists = info.certinfo else {
      return []
    }
    let label = "Cert:"
    return (0..<Int(info.num_of_certs)).compactMap { index in
      var entry = lists[index]
      while let line = entry?.pointee {
        let text = line.data.map { String(cString: $0) } ?? ""
        if text.hasPrefix(label) { return String(text.dropFirst(label.count)) }
        entry = line.next
      }
      return nil
    }
  }
}
