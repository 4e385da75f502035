package org.polytorus.simulator.live;

import java.net.BindException;
import java.util.Locale;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;

/** Why a node cannot listen, and what a person can do about it. */
final class ListenProblems {
    private static final String THEN_START = " Then press Start.";

    private ListenProblems() {}

    static String describe(NodeName node, Endpoint address, Throwable cause) {
        String found = String.valueOf(cause.getMessage());
        String lower = found.toLowerCase(Locale.ROOT);
        String what = node + " cannot listen on " + address + ": ";
        if (lower.contains("too many open files")) {
            return what + tooManyFiles();
        }
        if (lower.contains("permission denied")) {
            return what + "ports below 1024 belong to the system's administrator."
                    + " Give the node a port from 1024 on (listen_addr in its file)." + THEN_START;
        }
        if (lower.contains("cannot assign") || lower.contains("not available")) {
            return what + "this machine does not have that address."
                    + " Use 127.0.0.1 or an address of this machine (listen_addr in its file; see them with: ip address)."
                    + THEN_START;
        }
        if (cause instanceof BindException) {
            return what + "the port is taken by another program. Stop that program (find it with: ss -ltnp 'sport = :"
                    + address.port() + "') or give the node another port (listen_addr in its file), then press Start.";
        }
        return what + found + "." + THEN_START;
    }

    static String tooManyFiles() {
        return "this process may not open more files and sockets."
                + " Close the program, raise the limit in the terminal (ulimit -n 65536) and start it again there,"
                + " or use a smaller testnet.";
    }
}
