package org.riderrules.engine.attack;

/** A class of the host that no pack may reach. Whatever reaches it is noticed. */
public final class Trap {
    /** What an attack would like to read. */
    public static final String secret = Witness.read("the secret of the trap");

    /** Whoever makes one has escaped. */
    public Trap() {
        Witness.allow("a trap was made");
    }

    /** Whoever calls this has escaped. */
    public static boolean hit(String by) {
        Witness.allow(by);
        return true;
    }

    /** As {@link #hit}, for timers. */
    public static long tick() {
        Witness.allow("tick");
        return 1L;
    }

    static void packagePrivate(String by) {
        Witness.allow(by);
    }
}
