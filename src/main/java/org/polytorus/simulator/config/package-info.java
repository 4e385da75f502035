/** Node files and testnet files, in and out, with problems that name file, line, key and remedy. */
@NullMarked
package org.polytorus.simulator.config;

import org.jspecify.annotations.NullMarked;
