package org.polytorus.simulator.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** What menu and toolbar do about partitions, and when it is possible. */
interface Splits {

    /** Whether the next drag in the graph draws a lasso. */
    BooleanProperty lasso();

    /** Splits the selected nodes off from all others. */
    void splitOff();

    /** Asks which groups of the file are to be the sides of a partition; says what to do where it names none. */
    void splitByGroups();

    /** Ends the partition that was made last. */
    void healLatest();

    void healAll();

    /** Whether any node is selected. */
    ReadOnlyBooleanProperty canSplit();

    /** Whether any partition is in force. */
    ReadOnlyBooleanProperty canHeal();
}
