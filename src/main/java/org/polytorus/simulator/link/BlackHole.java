package org.polytorus.simulator.link;

/** The fault "silence": while it is open every frame vanishes, and nobody is told. */
record BlackHole(boolean open) {}
