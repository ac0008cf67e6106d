package org.riderrules.engine.drools;

/** A piece of DRL lies outside the language of packs; caught where the problem is reported, never seen by a host. */
final class LanguageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int offset;
    private final String what;
    private final String mend;

    LanguageException(String code, int offset, String what, String mend) {
        super(what);
        this.code = code;
        this.offset = offset;
        this.what = what;
        this.mend = mend;
    }

    /** Tells the author. */
    void tell(Problems problems, SourceText file, String rule) {
        problems.add(code, file, offset, rule, what, mend);
    }
}
