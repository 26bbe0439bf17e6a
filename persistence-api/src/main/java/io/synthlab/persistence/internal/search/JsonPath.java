package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.error.InvalidQueryException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path into {@code data}: keys and array positions.
 *
 * @param steps the path behind the {@code $}, each key in quotes: {@code ."demografia"."idade"[0]}. SQLite's JSON
 *     functions and PostgreSQL's jsonpath both read this form; no key holds a quote, a backslash or a control character
 */
record JsonPath(String steps) {
    private static final int MAX_STEPS = 32;

    /** A key as it is, a key in quotes, or an array position. */
    private static final Pattern STEP = Pattern.compile(
            "\\.(?<key>[\\p{L}\\p{M}\\p{Nd}_-]+)|\\.\"(?<quoted>[^\"\\\\\\p{Cntrl}]+)\"|\\[(?<position>[0-9]{1,9})]");

    /**
     * Reads a path.
     *
     * @param path for example {@code $.demografia.idade}, {@code $.a[0]}, {@code $."key with blank"}
     * @param error makes the error to throw out of the reason
     * @return the path
     */
    static JsonPath parse(String path, Function<String, InvalidQueryException> error) {
        if (!path.startsWith("$") || path.length() == 1) {
            throw error.apply("the JSON path must be '$' followed by keys or array positions");
        }
        Matcher step = STEP.matcher(path).region(1, path.length());
        StringBuilder steps = new StringBuilder();
        for (int count = 0; step.regionStart() < path.length(); count++) {
            if (!step.lookingAt()) {
                throw error.apply("the JSON path takes .key, .\"key\" and [0] only");
            }
            if (count == MAX_STEPS) {
                throw error.apply("the JSON path has more than " + MAX_STEPS + " steps");
            }
            steps.append(canonical(step));
            step.region(step.end(), path.length());
        }
        return new JsonPath(steps.toString());
    }

    private static String canonical(Matcher step) {
        if (step.group("position") != null) {
            return "[" + Integer.parseInt(step.group("position")) + "]";
        }
        String key = step.group("key") != null ? step.group("key") : step.group("quoted");
        return ".\"" + key + "\"";
    }
}
