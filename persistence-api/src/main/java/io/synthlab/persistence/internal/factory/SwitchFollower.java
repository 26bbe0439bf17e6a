package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.factory.SwitchFile.Content;
import io.synthlab.persistence.observe.SwitchChange.Cause;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a switch board and a switches file the same. The content is looked at, not its time or a notification: those
 * do not arrive where a container mounts the file through links.
 */
final class SwitchFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchFollower.class);
    private static final int CLOSE_SECONDS = 5;

    /** Who acts on the file. */
    interface Board {
        /**
         * Checks what a file says, and changes nothing.
         *
         * @throws ConfigurationException if it cannot be done
         */
        void check(Content content);

        /** Does what a checked file says. */
        void follow(Content content, Cause cause);
    }

    private final SwitchFile file;
    private final Board board;
    private @Nullable ScheduledThreadPoolExecutor executor;
    private @Nullable String applied;
    private @Nullable String seenOnce;
    private @Nullable String complaint;

    SwitchFollower(SwitchFile file, Board board) {
        this.file = file;
        this.board = board;
    }

    /**
     * Reads the file for the first time.
     *
     * @return what it says; nothing if there is no file yet
     * @throws ConfigurationException if it cannot be read or understood: there is no earlier state to keep
     */
    synchronized Content first() {
        try {
            String text = file.read();
            if (text == null) {
                LOG.warn("switches file {} does not exist yet; configured switches hold until it does", file.path());
                return Content.NONE;
            }
            Content content = SwitchFile.parse(text);
            board.check(content);
            applied = text;
            return content;
        } catch (IOException e) {
            throw new ConfigurationException(bad(reason(e)), e);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(bad(e.getMessage()), e);
        }
    }

    /** Begins to look at the file again and again. */
    void start(Duration interval) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "synthlab-switches");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(
                this::pollSafely, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void pollSafely() {
        try {
            poll();
        } catch (RuntimeException e) { // a thrown one would end the polling in silence
            LOG.warn("looking at switches file {} failed", file.path(), e);
        }
    }

    /** Looks at the file once. */
    synchronized void poll() {
        String text;
        try {
            text = file.read();
        } catch (IOException e) {
            complain(reason(e));
            return;
        }
        if (text == null) {
            if (applied != null) {
                complain("it does not exist any more");
            }
        } else if (text.equals(applied)) {
            seenOnce = null;
            complaint = null;
        } else if (text.equals(seenOnce)) {
            take(text);
        } else {
            seenOnce = text; // whoever writes it may not be done: only what is seen twice counts
        }
    }

    private void take(String text) {
        try {
            Content content = SwitchFile.parse(text);
            board.check(content);
            board.follow(content, Cause.FILE);
            applied = text;
            complaint = null;
        } catch (ConfigurationException e) {
            complain(e.getMessage());
        }
        seenOnce = null;
    }

    private void complain(String reason) {
        if (!reason.equals(complaint)) {
            complaint = reason;
            LOG.warn("{}; the switches stay as they are", bad(reason));
        }
    }

    private String bad(String reason) {
        return "switches file " + file.path() + " is of no use: " + reason;
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "it cannot be read, check its permissions"
                : "it cannot be read (" + e.getMessage() + ")";
    }

    /**
     * Writes a change into the file and does what it says.
     *
     * @param change what to change
     * @param cause who asked for it
     * @throws ConfigurationException if that is impossible; file and switches are as before then
     */
    synchronized void change(SwitchFile.Change change, Cause cause) {
        try {
            String text = file.change(before -> {
                Content wanted = change.of(before);
                board.check(wanted);
                return wanted;
            });
            board.follow(SwitchFile.parse(text), cause);
            applied = text;
            seenOnce = null;
        } catch (IOException e) {
            throw new ConfigurationException(
                    "switches file " + file.path() + " cannot be changed ("
                            + e.getClass().getSimpleName()
                            + "), so nothing was switched; make it writable, or change it where it comes from",
                    e);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(bad(e.getMessage()) + "; mend it first, nothing was switched", e);
        }
    }

    @Override
    public void close() {
        if (executor == null) {
            return;
        }
        executor.shutdownNow();
        try {
            executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
