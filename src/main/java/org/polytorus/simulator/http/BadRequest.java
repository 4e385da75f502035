package org.polytorus.simulator.http;

/** A request that is wrong by itself: what was found and what was expected, for the one who sent it. */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    BadRequest(String what) {
        super(what);
        this.what = what;
    }

    Answer answer() {
        return Answer.error(Answer.BAD_REQUEST, what);
    }
}
