package io.github.partnercenter4j.cli.csv;

/**
 * A line of the orders file that is not an order.
 *
 * @param number the number of the line, from 1
 * @param problem what is wrong with it
 */
public record BadLine(long number, String problem) {
    @Override
    public String toString() {
        return "line " + number + ": " + problem;
    }
}
