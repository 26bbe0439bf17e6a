package io.synthlab.persistence.observe;

/** Hears of changes of switches. */
@FunctionalInterface
public interface SwitchListener {
    /**
     * Called after a change, on the thread that made it. When two threads switch one repository at the same moment, the
     * later change may be heard of first.
     *
     * @param change what was changed
     */
    void switched(SwitchChange change);
}
