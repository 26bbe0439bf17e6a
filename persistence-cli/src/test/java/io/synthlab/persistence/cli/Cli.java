package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs the command line in this process. */
final class Cli {
    private Cli() {}

    /**
     * What one run printed and ended with.
     *
     * @param code exit code
     * @param out results
     * @param err errors
     */
    record Run(int code, String out, String err) {
        /** Requires an exit code; another one is shown with everything that was printed. */
        Run endsWith(int expected) {
            assertEquals(expected, code, this::toString);
            return this;
        }

        /** Requires exactly one line of errors, which begins with the program and holds each text. */
        Run says(String... texts) {
            assertEquals(1, errors().size(), this::toString);
            assertTrue(err.startsWith("synthlab-db: "), this::toString);
            for (String text : texts) {
                assertTrue(err.contains(text), () -> "\"" + text + "\" is missing in " + this);
            }
            return this;
        }

        /** Requires texts among the results. */
        Run prints(String... texts) {
            for (String text : texts) {
                assertTrue(out.contains(text), () -> "\"" + text + "\" is missing in " + this);
            }
            return this;
        }

        List<String> errors() {
            return err.lines().toList();
        }

        /** Reads the results as one JSON value; anything beside it is an error. */
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
}
