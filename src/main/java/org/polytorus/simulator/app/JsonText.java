package org.polytorus.simulator.app;

/** JSON that survives any standard output. */
public final class JsonText {
    private static final char LAST_ASCII = 0x7e;

    private JsonText() {}

    /**
     * The same JSON in ASCII: which encoding standard output has is the terminal's choice, and outside of ASCII a
     * character can only be part of a string, where its escape means the same.
     */
    public static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c > LAST_ASCII) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
