import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOSSL

/// Between the HTTP library's requests and responses and those of the API.
enum HTTPExchange {
  /// The request as the API sees it.
  static func request(_ request: Request, body: [UInt8], _ channel: any Channel) async
    -> APIRequest
  {
    var headers = request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
    if let host = request.head.authority { headers.append((name: "host", value: host)) }
    var converted = APIRequest(
      method: request.method.rawValue, target: request.head.path ?? "/", headers: headers,
      body: body)
    converted.clientCertificate = await clientCertificate(channel)
    return converted
  }

  /// Sends an answer; a stream is sent until it ends or the client goes away.
  static func write(
    _ response: APIResponse, _ writer: consuming ResponseWriter, _ channel: any Channel
  ) async throws {
    let head = Self.head(of: response)
    switch response.body {
    case .bytes(let bytes):
      let body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      try await writer.write(response: head, body: body)
    case .stream(let stream):
      channel.closeFuture.whenComplete { _ in stream.cancel() }
      var writer: any ResponseBodyWriter = try await writer.writeHead(head)
      do {
        for await chunk in stream.chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
      } catch {
        stream.cancel()
        throw error
      }
      stream.cancel()
      try await writer.finish(nil)
    }
  }

  private static func head(of response: APIResponse) -> HTTPResponse {
    var fields = HTTPFields()
    for (name, value) in response.headers {
      guard let name = HTTPField.Name(name) else { continue }
      fields.append(HTTPField(name: name, value: value))
    }
    if case .bytes(let bytes) = response.body { fields[.contentLength] = String(bytes.count) }
    fields[.date] = httpDate()
    return HTTPResponse(
      status: HTTPResponse.Status(code: response.status), headerFields: fields)
  }

  /// The present as `Date` headers carry it (RFC 9110 section 5.6.7).
  private static func httpDate() -> String {
    let style = Date.VerbatimFormatStyle(
      format: """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
        \(second: .twoDigits)
        """,
      locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
      calendar: Calendar(identifier: .gregorian))
    return Date().formatted(style) + " GMT"
  }

  /// The certificate that the client showed in the handshake; HTTP/2 streams ask their connection.
  private static func clientCertificate(_ channel: any Channel) async -> [UInt8]? {
    let connection = channel.parent?.parent == nil ? channel : channel.parent ?? channel
    let certificate = try? await connection.nioSSL_peerCertificate().get()
    return try? certificate?.toDERBytes()
  }
}
