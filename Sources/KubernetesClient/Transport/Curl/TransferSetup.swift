import CCurl

/// Tells a handle what a transfer is to do.
struct TransferSetup {
  /// Bytes libcurl reads at once, and so about what one piece of a body has. A body held back while it is
  /// decompressed may keep a thousandfold of this in memory, the most that deflate can pack.
  private static let bufferSize = 64 * 1024

  let order: TransferOrder
  let handle: CurlHandle
  let streamConnections: UnsafeMutableRawPointer?

  func apply() throws(CurlHandle.OptionFailure) {
    try setIdentity()
    try setAddress()
    try setConnection()
    try setProxy()
    if order.purpose == .certificates {
      try setCertificateInspection()
    } else {
      try setTLS()
      try setRequest()
      try setHeaders()
    }
  }

  private func setIdentity() throws(CurlHandle.OptionFailure) {
    try handle.set(CURLOPT_PRIVATE, pointer: UnsafeMutableRawPointer(bitPattern: order.id.number))
    // No signals: they would interrupt name lookups, and handlers belong to the program.
    try handle.set(CURLOPT_NOSIGNAL, true)
    try? handle.set(mcctl_curl_option_quick_exit, true)
  }

  /// With another name to verify, that name is the URL's host and the connection is led to the real one,
  /// so that SNI and verification use it while the `Host` field stays the server's.
  private func setAddress() throws(CurlHandle.OptionFailure) {
    let target = order.route.target
    try handle.set(CURLOPT_PATH_AS_IS, true)
    let name = order.verifiedName
    try handle.set(CURLOPT_URL, target.url(host: name))
    guard name != target.host else { return }
    let from = "\(RequestTarget.bracketed(name)):\(target.port)"
    try handle.set(CURLOPT_CONNECT_TO, list: ["\(from):\(target.authority)"])
  }

  private func setConnection() throws(CurlHandle.OptionFailure) {
    // What tells libcurl how long to try each address of a name. The limit itself is kept by the event loop, which
    // gets there first and knows what was being waited for.
    let connect = order.request.timeouts.connect + .seconds(1)
    try handle.set(CURLOPT_CONNECTTIMEOUT_MS, Int(connect.clampedMilliseconds))
    try handle.set(CURLOPT_TCP_KEEPALIVE, true)
    try handle.set(CURLOPT_TCP_KEEPIDLE, 30)
    try handle.set(CURLOPT_TCP_KEEPINTVL, 15)
    try handle.set(CURLOPT_BUFFERSIZE, Self.bufferSize)
    switch order.purpose {
    case .exchange:
      try handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
      try handle.set(CURLOPT_PIPEWAIT, true)
    case .stream:
      // A stream that is held back must not hold back what shares its connection, and older libcurls stop
      // the whole HTTP/2 connection; over HTTP/1.1 it has one of its own.
      try handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
      try handle.set(CURLOPT_SHARE, pointer: streamConnections)
    case .certificates:
      try handle.set(CURLOPT_FRESH_CONNECT, true)
      try handle.set(CURLOPT_FORBID_REUSE, true)
    }
  }

  private func setProxy() throws(CurlHandle.OptionFailure) {
    // Which proxy is decided; set even when empty, or libcurl would look into the environment.
    try handle.set(CURLOPT_NOPROXY, "")
    try handle.set(CURLOPT_PROXY, order.route.proxy?.url ?? "")
    guard let proxy = order.route.proxy else { return }
    try handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
    // The server's header fields, credentials among them, are none of the proxy's business.
    try handle.set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
    if let user = proxy.user {
      try handle.set(CURLOPT_PROXYAUTH, mcctl_curl_auth_basic)
      try handle.set(CURLOPT_PROXYUSERNAME, user)
      try handle.set(CURLOPT_PROXYPASSWORD, proxy.password ?? "")
    }
    try handle.set(CURLOPT_PROXY_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let authorities = order.route.proxyCABundle {
      // The system's directory would be searched beside the given authorities.
      try handle.set(CURLOPT_PROXY_CAPATH, nil as String?)
      try setAuthorities(authorities, mcctl_curl_option_proxy_ca_blob, orPath: CURLOPT_PROXY_CAINFO)
    }
  }

  // MARK: TLS

  private func setTLS() throws(CurlHandle.OptionFailure) {
    try handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    try handle.set(CURLOPT_SSL_VERIFYPEER, order.tls.skipsVerification ? 0 : 1)
    try handle.set(CURLOPT_SSL_VERIFYHOST, order.tls.skipsVerification ? 0 : 2)
    if let authorities = order.tls.caBundle {
      try handle.set(CURLOPT_CAPATH, nil as String?)
      try setAuthorities(authorities, mcctl_curl_option_ca_blob, orPath: CURLOPT_CAINFO)
    }
    if let certificate = order.tls.clientCertificate {
      try handle.set(CURLOPT_SSLCERT_BLOB, blob: certificate)
      try handle.set(CURLOPT_SSLKEY_BLOB, blob: order.tls.clientKey ?? certificate)
      // Without a passphrase OpenSSL would ask the terminal for that of an encrypted key.
      try handle.set(CURLOPT_KEYPASSWD, "")
    }
  }

  private func setAuthorities(
    _ authorities: [UInt8], _ option: CURLoption, orPath pathOption: CURLoption
  ) throws(CurlHandle.OptionFailure) {
    do {
      try handle.set(option, blob: authorities)
    } catch {
      guard error.code == CURLE_UNKNOWN_OPTION || error.code == CURLE_NOT_BUILT_IN,
        let path = AuthorityFile.path(holding: authorities)
      else { throw error }
      try handle.set(pathOption, path)
    }
  }

  private func setCertificateInspection() throws(CurlHandle.OptionFailure) {
    try handle.set(CURLOPT_CONNECT_ONLY, true)
    try handle.set(CURLOPT_CERTINFO, true)
    // In a session taken up again the server shows no certificates.
    try handle.set(CURLOPT_SSL_SESSIONID_CACHE, false)
    try handle.set(CURLOPT_SSL_VERIFYPEER, 0)
    try handle.set(CURLOPT_SSL_VERIFYHOST, 0)
  }

  // MARK: Request

  private func setRequest() throws(CurlHandle.OptionFailure) {
    try handle.set(CURLOPT_USERAGENT, order.userAgent)
    if order.sendsBody {
      try handle.set(CURLOPT_UPLOAD, true)
      try handle.set(CURLOPT_INFILESIZE_LARGE, size: order.request.body?.count ?? 0)
    } else {
      try handle.set(CURLOPT_HTTPGET, true)
    }
    try handle.set(CURLOPT_CUSTOMREQUEST, order.request.method.rawValue)
    if order.request.headers["Accept-Encoding"] == nil {
      try handle.set(CURLOPT_ACCEPT_ENCODING, "gzip")
    }
    // Whether libcurl repeats a request on its own account cannot be told by a body that is not there.
    if !order.request.isIdempotent && order.request.body?.isEmpty != false {
      try handle.set(CURLOPT_FRESH_CONNECT, true)
    }
  }

  private func setHeaders() throws(CurlHandle.OptionFailure) {
    // No waiting for a 100 (Continue).
    var lines = ["Expect:"]
    if order.verifiedName != order.route.target.host, order.request.headers["Host"] == nil {
      lines.append("Host: \(order.route.target.hostField)")
    }
    for field in order.request.headers.fields {
      // libcurl's notation for a field with an empty value.
      lines.append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
    }
    try handle.set(CURLOPT_HTTPHEADER, list: lines)
  }
}
