/// Two certificate authorities, and the pins that openssl computes of them.
enum TestAuthorities {
  static let onePin = "sha256:3d322dad755a52bc55a5a4a390d5bbc7a5ba12e263cbdd40fed6fd76120a6a76"
  static let twoPin = "sha256:24a066fb4b99ffaf39f74d8cc36d2cc197fb25c433b176b5988a3356c2c90a72"
  static var both: [UInt8] { Array((one + "\n" + two + "\n").utf8) }

  static let one = """
    -----BEGIN CERTIFICATE-----
    MIIBgjCCASegAwIBAgIUcLr4JKWHjozCa0bqkvRvC1u85yMwCgYIKoZIzj0EAwIw
    FTETMBEGA1UEAwwKaHViLWNhLW9uZTAgFw0yNjExMjMwMTQyNTdaGA8yMDgxMDgy
    NjAxNDI1N1owFTETMBEGA1UEAwwKaHViLWNhLW9uZTBZMBMGByqGSM49AgEGCCqG
    SM49AwEHA0IABDJMkbH1kZ0zyxTis+R6vSjl5/Nvjse07dgbtcxZnj4isJY7zwaL
    etYQphlU2v736VMNA78jlPQsasEvKLedccqjUzBRMB0GA1UdDgQWBBTPizKdYNDm
    Tisw7UjMezVSIN8urzAfBgNVHSMEGDAWgBTPizKdYNDmTisw7UjMezVSIN8urzAP
    BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCfetCnjEOOABdBLWJG
    aERjEiEiWcj3BqS/xTeejFcWIQIhAOZO8szTnMVmgXx/3jkYXIMkhbSvSKVL3wPI
    M5hl1f0R
    -----END CERTIFICATE-----
    """

  static let two = """
    -----BEGIN CERTIFICATE-----
    MIIBgTCCASegAwIBAgIUDIAEWyRAajjytm3s3ftKzQhzfCwwCgYIKoZIzj0EAwIw
    FTETMBEGA1UEAwwKaHViLWNhLXR3bzAgFw0yNjExMjMwMTQyNTdaGA8yMDgxMDgy
    NjAxNDI1N1owFTETMBEGA1UEAwwKaHViLWNhLXR3bzBZMBMGByqGSM49AgEGCCqG
    SM49AwEHA0IABO65BG21z5qyz/yFTTQ7s/ZDa3fWtD7wbHAmnrvhNvaLVpWEp162
    4863qbZGjCRLE+UwSroKtWXdWNKBfk7Q5rmjUzBRMB0GA1UdDgQWBBS4B+bF7IiG
    l7+m/2BWf5SEW+eldDAfBgNVHSMEGDAWgBS4B+bF7IiGl7+m/2BWf5SEW+eldDAP
    BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQCerVNdACpT8lsMqTXX
    bxeO0aRFXvQ6YaYZnAHnllqKQwIgJQhe8k/6iCpKAEc8aTe/losKzMs7jUZBYHlo
    p8bPBGQ=
    -----END CERTIFICATE-----
    """
}
