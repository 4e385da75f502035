package org.polytorus.simulator.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/**
 * The line on which a node sends, shared by its connections: those that have something to send get the same rate at any moment,
 * but for those that the line of the other end holds to less; what these leave the others share. TCP's streams do so over
 * a common bottleneck, on the average. Pure: time comes from the caller and never goes back. Not for two threads at once.
 */
public final class SharedLine {
    public static final long NEVER = Long.MAX_VALUE;

    /** Less than this is left of a message only because of rounding. */
    private static final double ROUNDING_BYTES = 1e-6;

    private static final double NANOS_PER_SECOND = 1e9;

    /** One connection's part of the line. It sends one message at a time. */
    public static final class Stream {
        private final double mostBytesPerNano;
        private double bytesPerNano;
        private double leftBytes;

        /** @param most the rate of the line at the other end, or null for no limit */
        public Stream(@Nullable Bandwidth most) {
            mostBytesPerNano = bytesPerNano(most);
        }
    }

    private final double bytesPerNano;
    /** Those that send: the slowest other end first, equal ones in the order in which they began. */
    private final List<Stream> busy = new ArrayList<>();

    private long sharedAtNanos;
    private boolean isShared = true;

    /** @param upload its rate, or null for none, so that only those of the other ends count */
    public SharedLine(@Nullable Bandwidth upload) {
        bytesPerNano = bytesPerNano(upload);
    }

    /** Lets a stream that sends nothing begin a message. Either the line or the stream has a limit. */
    public void begin(long nowNanos, Stream stream, int bytes) {
        carry(nowNanos);
        stream.leftBytes = bytes;
        int place = busy.size();
        while (place > 0 && busy.get(place - 1).mostBytesPerNano > stream.mostBytesPerNano) {
            place--;
        }
        busy.add(place, stream);
        isShared = false;
    }

    /** Whatever the stream was sending is not sent any further. */
    public void giveUp(long nowNanos, Stream stream) {
        carry(nowNanos);
        isShared &= !busy.remove(stream);
    }

    /** Those whose message has left by now. They send nothing from now on. */
    public List<Stream> departed(long nowNanos) {
        carry(nowNanos);
        List<Stream> departed = Collections.emptyList();
        for (Iterator<Stream> streams = busy.iterator(); streams.hasNext(); ) {
            Stream stream = streams.next();
            if (stream.leftBytes <= ROUNDING_BYTES) {
                streams.remove();
                isShared = false;
                departed = departed.isEmpty() ? new ArrayList<>() : departed;
                departed.add(stream);
            }
        }
        return departed;
    }

    /** When the next message has left, if nothing else is begun or given up before, or {@link #NEVER}. */
    public long nextNanos() {
        share();
        double soonest = Double.POSITIVE_INFINITY;
        for (Stream stream : busy) {
            soonest = Math.min(soonest, stream.leftBytes / stream.bytesPerNano);
        }
        return busy.isEmpty() ? NEVER : sharedAtNanos + Math.max(1, (long) Math.ceil(soonest));
    }

    /** How long so many bytes of one stream take if as many others go on sending as do now. */
    public long nanosFor(long bytes, Stream stream) {
        double share = bytesPerNano / Math.max(1, busy.size());
        return (long) Math.ceil(bytes / Math.min(share, stream.mostBytesPerNano));
    }

    /** Everybody sends at the rate that it has until now. */
    private void carry(long nowNanos) {
        long passedNanos = nowNanos - sharedAtNanos;
        if (passedNanos > 0) {
            share();
            for (Stream stream : busy) {
                stream.leftBytes -= stream.bytesPerNano * passedNanos;
            }
            sharedAtNanos = nowNanos;
        }
    }

    /** Gives everybody an equal part of what is left, or less if it cannot take so much. */
    private void share() {
        if (isShared) {
            return;
        }
        isShared = true;
        double left = bytesPerNano;
        int toCome = busy.size();
        for (Stream stream : busy) {
            stream.bytesPerNano = Math.min(stream.mostBytesPerNano, left / toCome);
            left -= stream.bytesPerNano;
            toCome--;
        }
    }

    private static double bytesPerNano(@Nullable Bandwidth rate) {
        return rate == null ? Double.POSITIVE_INFINITY : rate.bitsPerSecond() / (Byte.SIZE * NANOS_PER_SECOND);
    }
}
