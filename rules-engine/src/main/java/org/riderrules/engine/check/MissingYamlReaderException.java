package org.riderrules.engine.check;

/** Cases were to be read, and the optional dependency that reads them is not on the class path. */
public final class MissingYamlReaderException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** The dependency to add. */
    public static final String DEPENDENCY = "tools.jackson.dataformat:jackson-dataformat-yaml";

    MissingYamlReaderException(String path, NoClassDefFoundError cause) {
        super(
                "cannot read the cases in " + path + " without the YAML reader; add " + DEPENDENCY
                        + " to the class path",
                cause);
    }
}
