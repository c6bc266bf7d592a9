/// An answer that no Kubernetes API server gives.
public enum ForeignAnswer: Sendable, Hashable {
  /// A web page; its title as far as it has one.
  case webPage(title: String?)
  /// A redirection, usually to a login page.
  case redirect(to: String)
  /// An HTTPS port that was spoken to in plain HTTP.
  case httpsPortSpokenToInHTTP
  /// Something else: its content type and how it begins (at most 200 characters).
  case other(contentType: String?, beginning: String)
}

extension ForeignAnswer: CustomStringConvertible {
  /// What answered, in a few words.
  public var description: String {
    switch self {
    case .webPage(let title?): "it sent the web page \"\(title)\""
    case .webPage(nil): "it sent a web page"
    case .redirect(let location): "it sent a redirection to \(location)"
    case .httpsPortSpokenToInHTTP: "it speaks HTTPS, and the URL says http://"
    case .other(let type, let beginning) where beginning.isEmpty:
      "it sent an empty answer" + (type.map { " of type \($0)" } ?? "")
    case .other(_, let beginning): "it sent \"\(beginning)\""
    }
  }
}

extension ForeignAnswer {
  /// The answer in a few words; empty when it holds none.
  var summary: String {
    switch self {
    case .webPage(let title): title ?? "a web page"
    case .redirect(let location): "a redirection to \(location)"
    case .httpsPortSpokenToInHTTP: "this port speaks HTTPS"
    case .other(_, let beginning): beginning
    }
  }
}
