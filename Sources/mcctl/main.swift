import McctlCommands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Nothing is left to flush, and exit() would take OpenSSL down while libcurl's thread still uses it.
if let status = AskpassAnswer.status() { _exit(status) }
_exit(await Mcctl.run(.process()))
