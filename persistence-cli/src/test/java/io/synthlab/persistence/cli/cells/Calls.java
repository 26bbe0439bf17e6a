package io.synthlab.persistence.cli.cells;

/** Calls on the repositories of one subject, every method at least once. */
interface Calls {
    /** Calls every method that reads. */
    void read(Script script, Keys keys);

    /** Calls every method that writes, with arguments that are accepted and with some that are refused. */
    void write(Script script, Keys keys);
}
