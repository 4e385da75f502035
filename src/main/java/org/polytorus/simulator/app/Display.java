package org.polytorus.simulator.app;

import java.io.Console;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands between this machine and a window, found out before JavaFX starts, and said in a sentence. */
public final class Display {
    private static final String GLASS_PLATFORM = "glass.platform";
    private static final String HEADLESS = "Headless";
    private static final String GTK = "libgtk-3.so.0";
    private static final String X11 = "libX11.so.6";

    private Display() {}

    /**
     * Why no window can be opened.
     *
     * @param sentence what is missing and what to do, in one line
     */
    public record Obstacle(Kind kind, String sentence) {
        /** What follows from it. */
        public enum Kind {
            /** Nobody could see a window: the testnet runs in the terminal. */
            NO_DISPLAY,
            /** Somebody waits for a window and can have one after an installation. */
            MISSING_LIBRARY
        }
    }

    /** How the machine answers; tests bring their own. */
    interface Machine {
        boolean hasLibrary(String name);

        boolean hasCommand(String name);

        /** Whether the X server that DISPLAY names answers. */
        boolean opensDisplay();
    }

    /** Null if JavaFX should be able to open a window here. */
    public static @Nullable Obstacle obstacle() {
        if (HEADLESS.equals(System.getProperty(GLASS_PLATFORM))) {
            return null;
        }
        return obstacle(System.getProperty("os.name", ""), System.getenv(), new ThisMachine());
    }

    static @Nullable Obstacle obstacle(String osName, Map<String, String> environment, Machine machine) {
        if (!osName.toLowerCase(Locale.ROOT).contains("linux")) {
            return null;
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isEmpty() && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
            return noDisplay("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)");
        }
        if (!machine.hasLibrary(GTK)) {
            return missingGtk(machine::hasCommand);
        }
        if (!machine.opensDisplay()) {
            return noDisplay(
                    display.isEmpty()
                            ? "JavaFX needs an X server and DISPLAY is not set (on Wayland, Xwayland provides one)"
                            : "The display " + display + " cannot be opened");
        }
        return null;
    }

    /** The usual causes for which JavaFX does not start, as a sentence; null for any other failure. */
    public static @Nullable Obstacle explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (text.contains("glass GTK library") || text.contains(GTK)) {
                return missingGtk(new ThisMachine()::hasCommand);
            }
            if (text.contains("open DISPLAY")) {
                return noDisplay("The display cannot be opened");
            }
        }
        return null;
    }

    /** Makes JavaFX draw without a display; has no effect once JavaFX has started. */
    public static void useHeadlessPlatform() {
        System.setProperty(GLASS_PLATFORM, HEADLESS);
    }

    /**
     * Whether standard input and output are a terminal that understands cursor movements. JDK 22 to 24 have a console
     * without a terminal, too; JDK 25 has none then.
     */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isLiveTerminal() {
        Console console = System.console();
        String kind = System.getenv("TERM");
        return console != null
                && console.isTerminal()
                && (kind == null ? System.getenv("WT_SESSION") != null : !kind.equals("dumb"));
    }

    private static Obstacle noDisplay(String reason) {
        return new Obstacle(Obstacle.Kind.NO_DISPLAY, reason + ": the testnet runs in the terminal instead.");
    }

    private static Obstacle missingGtk(Predicate<String> hasCommand) {
        String install;
        if (hasCommand.test("apt-get")) {
            install = "sudo apt-get install libgtk-3-0";
        } else if (hasCommand.test("dnf")) {
            install = "sudo dnf install gtk3";
        } else if (hasCommand.test("zypper")) {
            install = "sudo zypper install libgtk-3-0";
        } else if (hasCommand.test("pacman")) {
            install = "sudo pacman -S gtk3";
        } else {
            install = "your system's package of GTK 3";
        }
        return new Obstacle(
                Obstacle.Kind.MISSING_LIBRARY,
                "The window needs the GTK 3 library (" + GTK + "), which is not installed. Install it with: " + install
                        + "  (or stay in the terminal with the command run)");
    }

    private static final class ThisMachine implements Machine {
        /** Loaded for good: JavaFX wants it next, and GTK cannot be unloaded. */
        @Override
        @SuppressWarnings("restricted")
        public boolean hasLibrary(String name) {
            try {
                SymbolLookup.libraryLookup(name, Arena.global());
                return true;
            } catch (IllegalArgumentException notFound) {
                return false;
            }
        }

        @Override
        public boolean hasCommand(String name) {
            return Files.isExecutable(Path.of("/usr/bin", name)) || Files.isExecutable(Path.of("/bin", name));
        }

        @Override
        @SuppressWarnings("restricted")
        public boolean opensDisplay() {
            try {
                SymbolLookup x11 = SymbolLookup.libraryLookup(X11, Arena.global());
                Linker linker = Linker.nativeLinker();
                MethodHandle open = linker.downcallHandle(
                        x11.findOrThrow("XOpenDisplay"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
                MethodHandle close = linker.downcallHandle(
                        x11.findOrThrow("XCloseDisplay"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
                MemorySegment connection = (MemorySegment) open.invokeExact(MemorySegment.NULL);
                if (connection.equals(MemorySegment.NULL)) {
                    return false;
                }
                int ignored = (int) close.invokeExact(connection);
                return ignored == 0;
            } catch (Throwable failure) {
                throw new IllegalStateException("The X library " + X11 + " could not be asked", failure);
            }
        }
    }
}
