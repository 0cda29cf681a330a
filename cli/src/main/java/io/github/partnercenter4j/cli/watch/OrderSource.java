package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.ProvisioningWatch;

/** Where the orders of a watch come from. */
@FunctionalInterface
public interface OrderSource {
    /**
     * Adds the orders, and says how many they are.
     *
     * @param stop ends the adding; what was added stays
     */
    void addTo(ProvisioningWatch watch, WatchOutput output, StopSignal stop);
}
