package io.github.partnercenter4j.client.entra;

import java.time.Duration;

/** Sleeps until the time has passed or the thread is interrupted. */
@FunctionalInterface
interface Sleeper {
    void sleep(Duration time) throws InterruptedException;

    static Sleeper ofSystem() {
        return time -> Thread.sleep(time.toMillis());
    }
}
