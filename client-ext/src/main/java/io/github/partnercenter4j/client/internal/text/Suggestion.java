package io.github.partnercenter4j.client.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant by a misspelled one. */
public final class Suggestion {
    private static final int LETTERS_PER_ERROR = 3;

    private Suggestion() {}

    /** Returns the shortest name that begins with the text, or else the name with the fewest differences. */
    public static Optional<String> closest(String text, Collection<String> names) {
        Optional<String> completed = names.stream()
                .filter(name -> text.length() > 1 && !text.equals("--") && name.startsWith(text))
                .min(Comparator.comparingInt(String::length));
        return completed.isPresent()
                ? completed
                : names.stream()
                        .filter(name -> differences(text, name) <= name.length() / LETTERS_PER_ERROR)
                        .min(Comparator.comparingInt(name -> differences(text, name)));
    }

    /** Counts letters that are missing, added, replaced or swapped with the next one (optimal string alignment distance). */
    public static int differences(String a, String b) {
        int[][] counts = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    counts[i][j] = i + j;
                    continue;
                }
                int replaced = counts[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                counts[i][j] = Math.min(replaced, 1 + Math.min(counts[i - 1][j], counts[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    counts[i][j] = Math.min(counts[i][j], 1 + counts[i - 2][j - 2]);
                }
            }
        }
        return counts[a.length()][b.length()];
    }
}
