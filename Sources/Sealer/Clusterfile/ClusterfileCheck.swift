package import Documents

/// Refuses what sealer's own reader would drop in silence.
package struct ClusterfileCheck {
  private let document: LocatedDocument

  package init(_ document: LocatedDocument) { self.document = document }

  /// Checks one document; its kind has to be one of these.
  ///
  /// - Throws: `DocumentError` with line and column for a kind or member that sealer does not read.
  package func check(allowsCluster: Bool) throws(DocumentError) {
    let kind = document.value["kind"]?.string ?? ""
    if ClusterfileGrammar.ofKubeadm.contains(kind) { return }
    guard let fields = ClusterfileGrammar.specifications[kind], allowsCluster || kind != "Cluster"
    else {
      let known =
        ClusterfileGrammar.specifications.keys.filter { allowsCluster || $0 != "Cluster" }.sorted()
        + ClusterfileGrammar.ofKubeadm.sorted()
      throw document.error(
        "sealer drops a document of kind \"\(kind)\"; there are \(known.joined(separator: ", "))",
        at: ["kind"])
    }
    try FileCheck(document: document).object(ClusterfileGrammar.document(fields), at: [])
  }
}
