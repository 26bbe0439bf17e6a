package io.synthlab.persistence.internal.transaction;

import java.time.Duration;

/** Looks on at units and calls without having a part in them; its methods throw nothing. */
public interface CallWatch {
    /** Looks at nothing. */
    CallWatch NONE = new CallWatch() {
        @Override
        public void ended(RepositoryCall call, Answer answer, Duration latency) {}

        @Override
        public void connected(boolean readOnly, Duration waited, boolean obtained) {}
    };

    /**
     * A call has ended; its caller waits for this method only.
     *
     * @param call the call
     * @param answer what the caller is given
     * @param latency time of the call
     */
    void ended(RepositoryCall call, Answer answer, Duration latency);

    /**
     * A unit has got a connection or none.
     *
     * @param readOnly whether it only reads
     * @param waited how long it took
     * @param obtained whether there is one
     */
    void connected(boolean readOnly, Duration waited, boolean obtained);
}
