import Documents
import Testing

@Suite struct MaskingTextTests {
  @Test(arguments: [
    ("Authorization: Bearer abc123.def", "Authorization: ***"),
    ("authorization: Basic dXNlcjpwYXNz", "authorization: ***"),
    ("Proxy-Authorization: Digest username=x, response=y", "Proxy-Authorization: ***"),
    ("Cookie: a=b; c=d\r\nAccept: */*", "Cookie: ***\r\nAccept: */*"),
    ("< Set-Cookie: session=1", "< Set-Cookie: ***"),
    ("X-Auth-Token: abcdef", "X-Auth-Token: ***"),
    ("token: abc", "token: ***"), ("  token:   abc  ", "  token:   ***  "),
    ("token=abc&x=1", "token=***&x=1"),
    ("https://h/p?access_token=abc&x=1", "https://h/p?access_token=***&x=1"),
    (#"{"token":"a\"b","x":"y""#, #"{"token":"***","x":"y""#),
    (#"cut off "password": "abc"#, #"cut off "password": "***"#),
    (#"\"token\":\"abc\",\"x\":1"#, #"\"token\":\"***\",\"x\":1"#),
    ("PASSWORD='a b' make", "PASSWORD='***' make"),
    ("join --token abcdef --ca x", "join --token *** --ca x"),
    ("--password=abc -v", "--password=*** -v"), ("-token abcdef", "-token ***"),
    ("curl -H \"Authorization: Bearer abc\" https://x", "curl -H \"Authorization: ***\" https://x"),
    ("client-key-data: c2VjcmV0\nname: x", "client-key-data: ***\nname: x"),
    ("password: |\n    line one\n    line two\nnext: x", "password: |\n***\nnext: x"),
    ("got Bearer abc.def-1 back", "got Bearer *** back"),
    ("https://user:pa:ss@proxy:3128/x", "https://user:***@proxy:3128/x"),
    ("proxy http://me:secret@10.0.0.1", "proxy http://me:***@10.0.0.1"),
    ("id abcdef.0123456789abcdef, used", "id abcdef.***, used"),
    ("sha256~0123456789012345678901234567890123456789012", "***"),
    ("use k8s-aws-v1.aHR0cHM6Ly9zdHMuYW1hem9uYXdz now", "use *** now"),
  ])
  func masks(text: String, masked: String) {
    #expect(Masking.masked(text: text) == masked)
  }

  @Test(arguments: [
    "", "x", "plain text", "kind: Pod\nname: x\n", "https://host:6443/api/v1?limit=500",
    "https://user@host/", "cannot parse token: illegal character", "the bearer token is invalid",
    "Basic authentication is not supported", "token", "token:", "the password was wrong",
    "no matches for kind \"Secret\" in version \"v1\"", "secrets \"x\" not found",
    "https://kubernetes.default.svc.cluster.local:443", "prefix.hostnamewithoutno",
    "system:serviceaccount:open-cluster-management:agent-registration-bootstrap",
    "open-cluster-management/registration-operator@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "authentication.kubernetes.io/credential-id: JTI=5f4dcc3b-5aa7-65d6-1d83-27deb882cf99",
    "a: [1, 2]\nb: {c: d}", "automountServiceAccountToken: false",
    certificate,
  ])
  func leavesAlone(text: String) {
    #expect(Masking.masked(text: text) == text)
  }

  @Test func masksWebTokens() {
    let header = "eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ"
    let payload = "eyJpc3MiOiJrdWJlcm5ldGVzIn0"
    #expect(Masking.masked(text: "got \(header).\(payload).c2ln-_8 back") == "got *** back")
    #expect(Masking.masked(text: "\"\(header).\(payload).\"") == "\"***\"")
    #expect(Masking.masked(text: header) == header)
  }

  @Test(arguments: ["", "RSA ", "EC ", "ENCRYPTED ", "OPENSSH "])
  func masksPrivateKeys(kind: String) {
    let key = "-----BEGIN \(kind)PRIVATE KEY-----\nMIIB\nabc=\n-----END \(kind)PRIVATE KEY-----"
    #expect(Masking.masked(text: "a\n\(key)\nb") == "a\n***\nb")
    #expect(Masking.masked(text: "a\n\(key.dropLast(30))") == "a\n***")
    #expect(Masking.masked(text: certificate + key) == certificate + "***")
    #expect(Masking.masked(text: "key is \(base64(key)) ok") == "key is *** ok")
  }

  @Test func masksBodies() {
    #expect(
      Masking.masked(text: #"{"kind":"TokenRequest","status":{"token":"abc"}}"#)
        == #"{"kind":"TokenRequest","status":{"token":"***"}}"#)
    #expect(
      Masking.masked(text: #"[{"kind":"Secret","data":{"a":"MQ=="}}]"#)
        == #"[{"kind":"Secret","data":{"a":"***"}}]"#)
    let harmless = #"{ "kind": "Pod", "n": 1.0 }"#
    #expect(Masking.masked(text: harmless) == harmless)
  }

  @Test func masksYAMLDocumentsButNotWhatIsBetweenThem() {
    let text = "apiVersion: v1\nkind: Pod\n---\nkind: Secret\nstringData:\n  a: plain\n"
    #expect(
      Masking.masked(text: text)
        == "apiVersion: v1\nkind: Pod\n---\nkind: Secret\nstringData:\n  a: '***'\n")
    #expect(
      Masking.masked(text: "# token: abc\nkind: Pod\nname: x\n")
        == "# token: ***\nkind: Pod\nname: x\n")
  }

  @Test(arguments: [
    "kind: Secret\ndata:\n  a: MQ==\n b: [\n", #"{"kind":"Secret","data":{"a":"MQ=="},"x":"#,
    "HTTP body: {\"kind\": \"Secret\", \"stringData\": {\"a\": \"b\"}",
  ])
  func hidesPiecesOfSecretsWholly(text: String) {
    #expect(Masking.masked(text: text) == "***")
  }

  @Test func masksHeaders() {
    #expect(Masking.masked(header: "Authorization", value: "x") == "***")
    #expect(Masking.masked(header: "cookie", value: "x") == "***")
    #expect(Masking.masked(header: "Accept", value: "application/json") == "application/json")
    #expect(Masking.masked(header: "Location", value: "https://a:b@c/") == "https://a:***@c/")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "eyJ", "token: ", "token: |", "a://", "Bearer ", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----",
      "abcdef.", "A/", "a.", "a-", "\"token\":\"", "{\"a\":", "kind: Secret\n",
      "YXBpVmVyc2lvbjogdjEK",
    ])
  func takesTimeInProportionToTheText(piece: String) {
    // Time that grows with the square of the length would be hours.
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    #expect(Masking.masked(text: text).utf8.count <= text.utf8.count + 3)
  }

  @Test func damagedTextNeverCrashesAndNeverShowsTheSecret() {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<2000 {
      let text = "x: 1\n" + Value.randomText(using: &generator) + "\ntoken: verysecret99 "
      #expect(!Masking.masked(text: text).contains("verysecret99"), "in \(text.debugDescription)")
      let bytes = Array(kubeconfig.utf8).mutated(using: &generator)
      _ = Masking.masked(text: String(decoding: bytes, as: UTF8.self))
    }
  }
}
