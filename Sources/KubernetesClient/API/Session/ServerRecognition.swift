/// Remembers that a server has shown itself to be a Kubernetes API server.
actor ServerRecognition {
  private(set) var isConfirmed = false

  func confirm() {
    isConfirmed = true
  }
}
