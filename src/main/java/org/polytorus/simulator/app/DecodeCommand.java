package org.polytorus.simulator.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Turns hex frames into JSON. */
@Command(
        name = "decode",
        header = "Decode PolyTorus frames.",
        description = {
            "",
            "Reads frames in hex, one a line, length prefix included, and prints one JSON object for each: kind, fields "
                    + "and the frame encoded again, or the error with its name and text. A bad line never stops it. "
                    + "Empty lines and lines that start with # are left out."
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  polytorus-testnet decode frames.txt", "  echo 0000000c02000000... | polytorus-testnet decode"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every line has its object; what is wrong with a frame is told there",
            "1:The input cannot be read",
            "2:Wrong arguments"
        })
final class DecodeCommand extends TerminalCommand {
    private static final String STANDARD_INPUT = "-";
    private static final String COMMENT = "#";

    private final Wiring wiring;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = STANDARD_INPUT,
            description = "The file with the frames; - or nothing reads standard input.")
    private String file = STANDARD_INPUT;

    DecodeCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        try (BufferedReader lines = reader()) {
            decodeAll(new BoundedLines(lines), out());
            return ExitCodes.DONE;
        } catch (IOException e) {
            err().println("The frames cannot be read from " + source() + ": " + reason(e));
            err().flush();
            return ExitCodes.FAILED;
        }
    }

    private void decodeAll(BoundedLines lines, PrintWriter out) throws IOException {
        for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
            String text = line.text().strip();
            if (text.isEmpty() || text.startsWith(COMMENT)) {
                continue;
            }
            out().println(
                            line.isCut()
                                    ? tooLong()
                                    : JsonText.ascii(wiring.frameDecoder().apply(text)));
            if (out.checkError()) {
                return;
            }
        }
    }

    private static String tooLong() {
        return "{\"error\":{\"name\":\"LINE_TOO_LONG\",\"text\":\"A line has at most " + BoundedLines.MAX_LENGTH
                + " characters, enough for the largest frame\"}}";
    }

    private BufferedReader reader() throws IOException {
        InputStream in = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    }

    private String source() {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    /** The JDK's exceptions name the file, not always what is wrong with it. */
    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> "there is no such file";
            case java.nio.file.AccessDeniedException denied -> "the permission is missing";
            default -> String.valueOf(e.getMessage());
        };
    }
}
