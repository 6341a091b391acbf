package io.quittance.bootstrap.wiring;

/** Which version runs. */
public final class Release {
    private Release() {}

    /** The version that the build wrote into the manifest of the jar, as {@code 0.1.0}. */
    public static String number() {
        String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version.replace("-SNAPSHOT", "");
    }
}
