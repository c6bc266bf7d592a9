/// What a request does to resources, as authorisation and discovery name it.
enum Verb: String, Sendable, Hashable, CaseIterable {
  case get, list, watch, create, update, patch, delete, deletecollection
  // Requests of paths that are not resources.
  case post, put, head, options
}
