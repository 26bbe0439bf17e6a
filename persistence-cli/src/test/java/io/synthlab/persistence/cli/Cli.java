package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.JsonValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** Runs the command line in this process. */
final class Cli {
    private Cli() {}

    /**
     * What one run said and ended with.
     *
     * @param code exit code
     * @param out what it printed for its caller
     * @param err what it printed about errors
     */
    record Run(int code, String out, String err) {
        /** Asserts the exit code, and shows what was printed if it is another. */
        Run endsWith(int expected) {
            assertEquals(expected, code, this::toString);
            return this;
        }

        List<String> errors() {
            return err.lines().toList();
        }

        /** Reads the printed JSON; anything beside it is an error. */
        JsonValue json() {
            return JsonValue.parse(out);
        }
    }

    static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    /** Runs a line of words without blanks in them. */
    static Run line(String words, String... more) {
        String[] first = words.isEmpty() ? new String[0] : words.split(" ");
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return run(all);
    }
}
