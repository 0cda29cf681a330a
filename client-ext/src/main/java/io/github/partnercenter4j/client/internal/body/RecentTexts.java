package io.github.partnercenter4j.client.internal.body;

import org.jspecify.annotations.Nullable;

/** Returns one String for texts that are equal, if they are short and recent. In a list, the same few values repeat. */
final class RecentTexts {
    private static final int MAX_LENGTH = 32;

    private final @Nullable String[] texts = new String[16];

    String of(char[] characters, int start, int length) {
        if (length == 0 || length > MAX_LENGTH) {
            return new String(characters, start, length);
        }
        int slot = (31 * length + characters[start] + characters[start + length - 1]) % texts.length;
        String recent = texts[slot];
        if (recent == null || !isEqual(recent, characters, start, length)) {
            recent = new String(characters, start, length);
            texts[slot] = recent;
        }
        return recent;
    }

    private static boolean isEqual(String text, char[] characters, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[start + i]) {
                return false;
            }
        }
        return true;
    }
}
