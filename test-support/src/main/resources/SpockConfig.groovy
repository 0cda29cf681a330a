import java.time.Duration

// A test that hangs fails with the stacks of all threads, instead of blocking the build.
// It is a guard and no measurement: no test takes this long, however busy the machine is.
timeout {
    globalTimeout = Duration.ofMinutes(15)
    printThreadDumpsOnInterruptAttempts = true
}
