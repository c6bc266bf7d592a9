import Documents
import Sealer

extension ClusterCheck {
  /// Further documents of the Clusterfile: of kinds and with members that sealer reads.
  func checkExtraDocuments() throws(DocumentError) {
    let path: [PathElement] = ["spec", "extraDocuments"]
    guard let text = document.value.at(path)?.string else { return }
    do {
      let documents = try YAML.locatedDocuments(text, source: document.source)
      for document in documents {
        try ClusterfileCheck(document).check(allowsCluster: false)
        try checkOnce(document)
      }
    } catch {
      throw placed(error, at: path)
    }
  }

  /// Of kubeadm's kinds, sealer takes the last document and drops the others.
  private func checkOnce(_ extra: LocatedDocument) throws(DocumentError) {
    guard let kind = KubeadmKind(rawValue: extra.value["kind"]?.string ?? ""),
      document.value.at("spec", "kubeadm", kind.member) != nil
    else { return }
    throw extra.error("spec.kubeadm.\(kind.member) says the same; keep one", at: ["kind"])
  }

  /// An error in the block of text, placed in the file: below the `|`, further in.
  private func placed(_ error: DocumentError, at path: [PathElement]) -> DocumentError {
    let key = document.error("", at: path)
    guard let inner = error.line, let start = document.position(of: path)?.line else {
      return DocumentError(
        "in extraDocuments: \(error.message)", source: key.source, line: key.line,
        column: key.column)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(start - 1), lines[start - 1].contains("|"),
      let first = lines.dropFirst(start).first(where: { !$0.allSatisfy(\.isWhitespace) })
    else {
      return document.error(
        "in extraDocuments, line \(inner): \(error.message)", at: path)
    }
    let indentation = first.prefix { $0 == " " }.count
    return DocumentError(
      error.message, source: document.source, line: start + inner,
      column: indentation + (error.column ?? 1))
  }
}
