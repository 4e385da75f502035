package org.polytorus.simulator.app;

/** The entry point of the program. */
public final class Main {
    private Main() {}

    /** Starts the program with the command line's arguments. */
    public static void main(String[] args) {
        System.out.println("PolyTorus testnet simulator");
    }
}
