package io.synthlab.persistence.internal.config;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.compare.ComparingOptions;
import io.synthlab.persistence.error.ConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns raw values into checked ones. Every message names the setting, its range and never a secret. */
public final class SettingParser {
    private static final List<String> TLS_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m)");
    private static final Pattern RATIO = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Settings settings;

    /**
     * Creates a parser.
     *
     * @param settings raw values
     */
    public SettingParser(Settings settings) {
        this.settings = settings;
    }

    /** Returns the database of the URL, or of the path if there is no URL, with user and password filled in. */
    public DatabaseUrl databaseUrl() {
        Optional<String> url = text(Setting.DATABASE_URL);
        Optional<String> path = text(Setting.DB_PATH);
        if (url.isEmpty() && path.isEmpty()) {
            throw new ConfigurationException("no database is configured; set DATABASE_URL (or synthlab.database-url),"
                    + " for example sqlite:///output/synthlab.db or postgresql://host/synthlab");
        }
        DatabaseUrl found = url.map(DatabaseUrl::parse).orElseGet(() -> DatabaseUrl.parse("jdbc:sqlite:" + path.get()));
        if (found.kind() == DatabaseKind.SQLITE) {
            return found;
        }
        String user = found.user() == null ? text(Setting.DATABASE_USER).orElse(null) : found.user();
        return new DatabaseUrl(
                found.kind(), found.jdbcUrl(), user, found.password() == null ? password() : found.password());
    }

    /** As it is: blanks at either end may belong to it. */
    private @Nullable String password() {
        String password = settings.get(Setting.DATABASE_PASSWORD);
        return password.isEmpty() ? null : password;
    }

    /** Returns the value, empty if it is empty. */
    public Optional<String> text(Setting setting) {
        return Optional.of(settings.get(setting).strip()).filter(value -> !value.isEmpty());
    }

    /** Returns a whole number within its range. */
    public int integer(Setting setting, int smallest, int largest) {
        String value = settings.get(setting).strip();
        try {
            int number = Integer.parseInt(value);
            if (number >= smallest && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, in the same words
        }
        throw refused(setting, "must be %d-%d".formatted(smallest, largest));
    }

    /** Returns a whole number within its range, empty if not set. */
    public OptionalInt optionalInteger(Setting setting, int smallest, int largest) {
        return text(setting).isEmpty() ? OptionalInt.empty() : OptionalInt.of(integer(setting, smallest, largest));
    }

    /** Returns a decimal number of 0 to 1. */
    public double ratio(Setting setting) {
        String value = settings.get(setting).strip();
        if (RATIO.matcher(value).matches() && Double.parseDouble(value) <= 1) {
            return Double.parseDouble(value);
        }
        throw refused(setting, "must be 0-1, written as 0.05");
    }

    /** Returns a yes or no. */
    public boolean flag(Setting setting) {
        return switch (settings.get(setting).strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(setting, "must be true or false");
        };
    }

    /** Returns one of a few words, those of an enum in lower case. */
    public <E extends Enum<E>> E choice(Setting setting, Class<E> choices) {
        String value = settings.get(setting).strip();
        List<String> words = new ArrayList<>();
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(value)) {
                return choice;
            }
            words.add(choice.name().toLowerCase(Locale.ROOT));
        }
        throw refused(setting, "must be one of " + String.join(", ", words));
    }

    /** Returns how to compare. */
    public ComparingOptions comparing() {
        return new ComparingOptions(
                ratio(Setting.COMPARING_RATIO),
                integer(Setting.COMPARING_THREADS, 1, 64),
                integer(Setting.COMPARING_QUEUE, 1, 10_000),
                duration(Setting.COMPARING_TIMEOUT),
                optionalInteger(Setting.COMPARING_BUDGET, 0, 1_000_000),
                integer(Setting.COMPARING_KEPT, 1, 10_000),
                flag(Setting.COMPARING_SHOW_TEXT));
    }

    /** Returns a duration of 250 ms to 10 minutes, written as {@code 500ms}, {@code 10s} or {@code 2m}. */
    public Duration duration(Setting setting) {
        Matcher matcher = DURATION.matcher(settings.get(setting).strip());
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            Duration duration = switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                default -> Duration.ofMinutes(amount);
            };
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        throw refused(setting, "must be 250ms-10m, written as 500ms, 10s or 2m");
    }

    /** Returns the TLS mode, empty if not set. */
    public Optional<String> tlsMode() {
        Optional<String> mode = text(Setting.TLS_MODE);
        if (mode.isPresent() && !TLS_MODES.contains(mode.get())) {
            throw refused(Setting.TLS_MODE, "must be one of " + String.join(", ", TLS_MODES));
        }
        return mode;
    }

    /** Returns a path that must be set. */
    public Path requiredPath(Setting setting) {
        return path(setting).orElseThrow(() -> refused(setting, "must be a path"));
    }

    /** Returns a path, empty if not set. */
    public Optional<Path> path(Setting setting) {
        try {
            return text(setting).map(Path::of);
        } catch (InvalidPathException e) {
            throw refused(setting, "must be a path");
        }
    }

    /** Returns a time zone. */
    public ZoneId zone(Setting setting) {
        try {
            return ZoneId.of(settings.get(setting).strip());
        } catch (DateTimeException e) {
            throw refused(setting, "must be a time zone such as UTC, -03:00 or America/Sao_Paulo");
        }
    }

    private ConfigurationException refused(Setting setting, String rule) {
        String value = setting.secret() ? "something else" : "\"" + settings.get(setting) + "\"";
        return new ConfigurationException(setting.key() + " " + rule + " but was " + value);
    }
}
