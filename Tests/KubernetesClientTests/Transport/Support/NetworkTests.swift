import Testing

/// Tests that talk to servers, one after another, since each starts a process and some look at the clock.
@Suite(.serialized, .timeLimit(.minutes(1)))
enum NetworkTests {}
