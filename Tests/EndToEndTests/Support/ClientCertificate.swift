import Foundation
import Testing

/// A client certificate and its key, as files.
struct ClientCertificate {
  let certificate: String
  let key: String

  /// One of a user who may do everything, valid on the first day of 2020 alone.
  static func expired(in folder: URL) async throws -> ClientCertificate {
    let (key, request, certificate) = ("old.key", "old.csr", "old.crt")
    let files = ["index", "serial"].map { folder.appending(path: "old-\($0)").path }
    try Data().write(to: URL(filePath: files[0]))
    try Data("01\n".utf8).write(to: URL(filePath: files[1]))
    let configuration = folder.appending(path: "old.cnf")
    try Data(
      """
      [ca]
      default_ca = old
      [old]
      database = \(files[0])
      serial = \(files[1])
      new_certs_dir = \(folder.path)
      default_md = sha256
      policy = any
      [any]
      organizationName = optional
      commonName = supplied
      """.utf8
    ).write(to: configuration)
    for command in [
      [
        "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-keyout", key, "-out", request, "-subj", "/O=system:masters/CN=old-admin",
      ],
      [
        "ca", "-batch", "-selfsign", "-config", configuration.path, "-keyfile", key, "-in",
        request, "-out", certificate, "-notext", "-startdate", "20200101000000Z", "-enddate",
        "20200102000000Z",
      ],
    ] {
      let outcome = try await Program.run("openssl", command, folder: folder)
      try #require(outcome.status == 0, "\(outcome)")
    }
    return ClientCertificate(
      certificate: folder.appending(path: certificate).path,
      key: folder.appending(path: key).path)
  }
}
