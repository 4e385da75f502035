package org.polytorus.simulator.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The entry point of the program. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        int exitCode = CommandLineFactory.create(ProgramWiring.create())
                .setOut(writer(FileDescriptor.out, "stdout.encoding"))
                .setErr(writer(FileDescriptor.err, "stderr.encoding"))
                .execute(args);
        System.exit(exitCode);
    }

    /** Where the locale names plain ASCII, as in containers, the terminal understands UTF-8 all the same. */
    private static PrintWriter writer(FileDescriptor stream, String encodingProperty) {
        Charset charset = Charset.forName(System.getProperty(encodingProperty, "UTF-8"), StandardCharsets.UTF_8);
        Charset writable = charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), writable), true);
    }
}
