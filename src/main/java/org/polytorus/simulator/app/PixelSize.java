package org.polytorus.simulator.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The size of a picture in pixels, written {@code 1440x900}. */
public record PixelSize(int width, int height) {
    public static final int MIN = 320;
    /** A picture of this size in both directions takes 256 MiB while it is drawn. */
    public static final int MAX = 8_192;

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,5})[xX×]([0-9]{1,5})");

    public PixelSize {
        if (Math.min(width, height) < MIN || Math.max(width, height) > MAX) {
            throw new IllegalArgumentException("a picture is between " + MIN + " and " + MAX
                    + " pixels wide and high; found " + width + "x" + height);
        }
    }

    /** Reads a size for picocli. */
    public static final class Converter implements ITypeConverter<PixelSize> {
        @Override
        public PixelSize convert(String text) {
            Matcher size = TEXT.matcher(text.strip());
            if (!size.matches()) {
                throw new TypeConversionException("write width and height like 1440x900; found \"" + text + "\"");
            }
            try {
                return new PixelSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
            } catch (IllegalArgumentException outOfBounds) {
                throw new TypeConversionException(outOfBounds.getMessage());
            }
        }
    }
}
