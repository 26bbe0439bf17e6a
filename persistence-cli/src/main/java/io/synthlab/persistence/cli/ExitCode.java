package io.synthlab.persistence.cli;

/** What the command line ends with. */
public final class ExitCode {
    /** Done; nothing is open. */
    public static final int DONE = 0;
    /** Looked at, and not as it should be: rows differ, or the schema is not current. */
    public static final int NOT_EQUAL = 1;
    /** The call or a setting is wrong; nothing was done. */
    public static final int USAGE = 2;
    /** Done, and some rows stand in quarantine instead of their table. */
    public static final int QUARANTINED = 3;
    /** Refused or failed; nothing is half-written, or it can go on. */
    public static final int FAILED = 4;

    private ExitCode() {}
}
