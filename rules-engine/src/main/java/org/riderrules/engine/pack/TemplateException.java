package org.riderrules.engine.pack;

/** A template that cannot be parsed; turned into a problem at its place, so it never leaves this package. */
final class TemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int index;

    TemplateException(int index, String what) {
        super(what);
        this.index = index;
    }

    /** The index in the template's text, from 0. */
    int index() {
        return index;
    }

    /** What is wrong. */
    String what() {
        return String.valueOf(getMessage());
    }
}
