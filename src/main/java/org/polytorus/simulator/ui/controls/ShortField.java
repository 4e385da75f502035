package org.polytorus.simulator.ui.controls;

import javafx.scene.control.TextField;

/** A field for a text of a bounded length: what somebody writes or pastes beyond it is not taken. */
public final class ShortField extends TextField {
    private final int maxLength;

    public ShortField(int maxLength) {
        this.maxLength = maxLength;
    }

    @Override
    public void replaceText(int start, int end, String text) {
        if (getLength() - (end - start) + text.length() <= maxLength) {
            super.replaceText(start, end, text);
        }
    }
}
