package org.polytorus.simulator.config;

import java.util.Locale;

/** Cuts DOT text into words and signs, as graphviz.org/doc/info/lang.html describes them. */
final class DotTokens {
    /** What a piece of the text is. */
    enum Kind {
        /** A name, a number, a text in quotes or in angle brackets. */
        ID,
        /** One of the words that mean something: graph, digraph, subgraph, node, edge, strict. */
        KEYWORD,
        /** A bracket, an edge operator and the like. */
        SIGN,
        /** Nothing more comes. */
        END
    }

    /** A piece of the text; {@code line} from 1. */
    record Token(Kind kind, String text, int line) {
        boolean isSign(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isKeyword(String word) {
            return kind == Kind.KEYWORD && text.equals(word);
        }

        /** As it appears in messages. */
        String shown() {
            return kind == Kind.END ? "the end of the file" : Texts.quote(text);
        }
    }

    /** The text breaks a rule of the language. */
    static final class DotException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        DotException(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** From here on every character may be part of a name. */
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final String text;
    private int at;
    private int line = 1;
    private Token next;

    DotTokens(String text) throws DotException {
        this.text = text;
        next = scan();
    }

    /** The next one, which stays the next one. */
    Token peek() {
        return next;
    }

    Token take() throws DotException {
        Token taken = next;
        next = scan();
        return taken;
    }

    /** Takes the next one if it is this sign. */
    boolean takes(String sign) throws DotException {
        boolean found = next.isSign(sign);
        if (found) {
            take();
        }
        return found;
    }

    private Token scan() throws DotException {
        passOver();
        if (at >= text.length()) {
            return new Token(Kind.END, "", line);
        }
        int began = line;
        char first = text.charAt(at);
        if (first == '"') {
            return new Token(Kind.ID, quoted(), began);
        }
        if (first == '<') {
            return new Token(Kind.ID, angled(), began);
        }
        if (text.startsWith("--", at) || text.startsWith("->", at)) {
            at += 2;
            return new Token(Kind.SIGN, text.substring(at - 2, at), began);
        }
        if ("{}[]=;,:+".indexOf(first) >= 0) {
            at++;
            return new Token(Kind.SIGN, String.valueOf(first), began);
        }
        return word();
    }

    private Token word() throws DotException {
        int from = at;
        boolean isNumber = !isLetter(text.charAt(at));
        if (isNumber && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && continues(text.charAt(at), isNumber)) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.isEmpty() || word.equals("-")) {
            throw new DotException(
                    line, "found " + Texts.quote(text.substring(from, from + 1)) + ", which DOT does not know");
        }
        String small = word.toLowerCase(Locale.ROOT);
        return switch (small) {
            case "graph", "digraph", "subgraph", "node", "edge", "strict" -> new Token(Kind.KEYWORD, small, line);
            default -> new Token(Kind.ID, word, line);
        };
    }

    private static boolean continues(char character, boolean isNumber) {
        return isDigit(character) || (isNumber ? character == '.' : isLetter(character));
    }

    private static boolean isLetter(char character) {
        return character == '_' || character >= FIRST_BEYOND_ASCII || Character.isLetter(character);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** White space, comments of both kinds, and lines that begin with #, which are a preprocessor's. */
    private void passOver() throws DotException {
        while (at < text.length()) {
            char here = text.charAt(at);
            boolean beginsLine = at == 0 || text.charAt(at - 1) == '\n';
            if (Character.isWhitespace(here)) {
                step();
            } else if (text.startsWith("//", at) || (here == '#' && beginsLine)) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new DotException(line, "found a comment without an end, expected */");
                }
                while (at < end + 2) {
                    step();
                }
            } else {
                return;
            }
        }
    }

    private void step() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }

    /** A backslash before a quotation mark makes it part of the text, and one before a line end joins two lines. */
    private String quoted() throws DotException {
        int began = line;
        StringBuilder found = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escapes = text.charAt(at) == '\\' && at + 1 < text.length();
            if (escapes && text.charAt(at + 1) == '"') {
                at++;
                found.append('"');
            } else if (escapes && text.charAt(at + 1) == '\n') {
                step();
            } else {
                found.append(text.charAt(at));
            }
            step();
        }
        if (at >= text.length()) {
            throw new DotException(began, "found a text without an end, expected a closing quotation mark");
        }
        at++;
        return found.toString();
    }

    private String angled() throws DotException {
        int began = line;
        int from = at + 1;
        int depth = 0;
        do {
            if (at >= text.length()) {
                throw new DotException(began, "found a text without an end, expected a closing >");
            }
            depth += text.charAt(at) == '<' ? 1 : text.charAt(at) == '>' ? -1 : 0;
            step();
        } while (depth > 0);
        return text.substring(from, at - 1);
    }
}
