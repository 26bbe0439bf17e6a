package io.synthlab.persistence.cli;

import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * One line of a terminal, on which a bar is drawn and which is empty again when it is closed. A bar itself leaves a
 * line behind, and all of what it drew if it was closed before it had been drawn twice.
 */
final class TerminalLine implements ProgressBarConsumer {
    private final ProgressBarConsumer screen;

    /**
     * Creates the line.
     *
     * @param screen draws from the beginning of the line; never closed
     */
    TerminalLine(ProgressBarConsumer screen) {
        this.screen = screen;
    }

    @Override
    public int getMaxRenderedLength() {
        return screen.getMaxRenderedLength();
    }

    @Override
    public void accept(String text) {
        screen.accept(text);
    }

    @Override
    public void clear() {
        screen.accept(" ".repeat(getMaxRenderedLength()));
        screen.accept("");
    }

    @Override
    public void close() {
        clear();
    }
}
