package org.polytorus.simulator.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.TomlOutline.Statement;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.toml.TomlReadFeature;

/**
 * Reads one TOML file. Two things go beyond the parser: a line {@code key = null}, which PolyTorus's files have and TOML
 * has not, is left out with a warning; and after a fault the reading goes on behind the faulty statement, so that
 * all faults are told at once.
 */
final class TomlReader {
    /** After so many faults a file is hardly TOML, and the next are of no use to anyone. */
    static final int MAX_FAULTS = 20;

    /** Dates become values of their own, so that they are not taken for text. */
    private static final TomlMapper MAPPER =
            TomlMapper.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build();

    private final String name;
    private final Problems problems;
    private final TomlOutline outline;
    private final StringBuilder text;
    private boolean complete = true;

    private TomlReader(String name, String text, Problems problems) {
        this.name = name;
        this.problems = problems;
        this.outline = TomlOutline.of(text);
        this.text = new StringBuilder(text);
    }

    /** What the file holds, or null after an error was noted that leaves nothing to go by. */
    static @Nullable TomlDocument read(Path path, Problems problems) {
        String name = Texts.printable(path.toString());
        String text = SourceFile.read(path, name, problems);
        return text == null ? null : new TomlReader(name, text, problems).read();
    }

    private @Nullable TomlDocument read() {
        if (outline.tooDeepLine() > 0) {
            problems.error(
                    new Place(name, outline.tooDeepLine(), ""),
                    "found lists, tables or keys nested deeper than " + TomlOutline.MAX_DEPTH
                            + " levels, expected a configuration file; is it the right file?");
            return null;
        }
        leaveOutNulls();
        for (int faults = 0; faults < MAX_FAULTS; faults++) {
            try {
                if (MAPPER.readTree(text.toString()) instanceof ObjectNode root) {
                    return new TomlDocument(name, root, outline.lines(), complete);
                }
                problems.error(Place.ofFile(name), "found no keys, expected TOML");
                return null;
            } catch (JacksonException e) {
                complete = false;
                if (!leaveOutFault(e)) {
                    return null;
                }
            }
        }
        problems.error(Place.ofFile(name), "has more faults than these " + MAX_FAULTS + "; is it a TOML file?");
        return null;
    }

    private void leaveOutNulls() {
        for (Statement statement : outline.statements()) {
            if ("null".equals(statement.value())) {
                leaveOut(statement);
                problems.warning(
                        new Place(name, statement.line(), statement.path()),
                        "found null, which TOML does not have; the key is taken as absent; remove the line");
            }
        }
    }

    /** Notes the fault and blanks its statement. False if reading on would make no sense of what follows. */
    private boolean leaveOutFault(JacksonException fault) {
        TokenStreamLocation location = fault.getLocation();
        int line = location == null ? 0 : location.getLineNr();
        String reason = String.valueOf(fault.getOriginalMessage());
        // The parser finds a key given twice after it has read the whole line.
        boolean behind = reason.equals("Duplicate key") && location != null && location.getColumnNr() <= 1;
        Statement statement = statementAt(behind ? line - 1 : line);
        if (statement == null || isBlank(statement)) {
            problems.error(new Place(name, line, ""), "is not valid TOML: " + Texts.excerpt(reason));
            return false;
        }
        int shownLine = behind ? statement.line() : line;
        problems.error(new Place(name, shownLine, statement.path()), sentence(reason, statement));
        leaveOut(statement);
        return !statement.isHeader();
    }

    private String sentence(String reason, Statement statement) {
        String found = Texts.quote(text.substring(statement.start(), statement.end()));
        return switch (reason) {
            case "Duplicate key" ->
                "found the key a second time, expected it once; it is already in line "
                        + outline.lines().line(statement.path());
            case "Table redefined" ->
                "found the table a second time, expected it once; it is already in line "
                        + outline.lines().line(statement.path());
            case "Unknown token" ->
                "found " + found + ", expected a value such as \"text\" in quotes, 12, true or [\"a\", \"b\"]";
            default -> "found " + found + ", which is not valid TOML: " + Texts.excerpt(reason);
        };
    }

    private @Nullable Statement statementAt(int line) {
        Statement last = null;
        for (Statement statement : outline.statements()) {
            if (statement.line() > line) {
                break;
            }
            last = statement;
        }
        return last;
    }

    private boolean isBlank(Statement statement) {
        return text.substring(statement.start(), statement.end()).isBlank();
    }

    /** Replaces the statement by as many spaces; line ends stay, so that the lines of what follows stay true. */
    private void leaveOut(Statement statement) {
        for (int i = statement.start(); i < statement.end(); i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
