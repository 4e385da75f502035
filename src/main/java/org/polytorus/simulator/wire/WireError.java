package org.polytorus.simulator.wire;

/** What can be wrong with a frame. Each closes the connection without a reply, as PolyTorus does. */
public enum WireError {
    /** The length prefix says 0. */
    FRAME_EMPTY,
    /** The length prefix says more than the limit. */
    FRAME_TOO_LARGE,
    /** The payload ends inside a value. */
    TRUNCATED,
    /** The first word is none of the 13 tags. */
    UNKNOWN_MESSAGE_TAG,
    /** A tag inside the message (address family, contract action) is not known. */
    UNKNOWN_VARIANT_TAG,
    /** A boolean is neither 0 nor 1. */
    BAD_BOOLEAN,
    /** The tag of an optional value is neither 0 nor 1. */
    BAD_OPTION_TAG,
    /** A text is not UTF-8. */
    BAD_UTF8,
    /** A peer id is not 16 bytes long. */
    BAD_PEER_ID_LENGTH,
    /** A text or list claims more bytes or items than the frame still holds. */
    LENGTH_BEYOND_FRAME,
    /** The frame was begun, and its rest did not come in time. */
    FRAME_UNFINISHED
}
