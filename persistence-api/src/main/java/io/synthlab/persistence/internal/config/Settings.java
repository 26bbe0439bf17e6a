package io.synthlab.persistence.internal.config;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raw values of settings, layered: a later source replaces what an earlier one set. */
public final class Settings {
    /** Start of every key. */
    public static final String PREFIX = "synthlab.";
    /** Start of the keys that name one repository's provider, for example {@code synthlab.provider.synths}. */
    public static final String PROVIDER_PREFIX = PREFIX + "provider.";
    /** File looked for on the class path. */
    public static final String FILE = "synthlab-persistence.properties";

    private static final String ENVIRONMENT_PREFIX = "SYNTHLAB_";
    private static final String ENVIRONMENT_PROVIDER_PREFIX = "SYNTHLAB_PROVIDER_";
    /** Read by the test kit, not by this module: no reason for a warning. */
    private static final String ENVIRONMENT_TEST_PREFIX = "SYNTHLAB_TEST_";

    private static final List<String> DATABASES = List.of("database-url", "db-path");

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final Map<RepositoryName, String> providers = new EnumMap<>(RepositoryName.class);

    /** Returns the value of a setting, its default if nothing set it; empty for none. */
    public String get(Setting setting) {
        return values.getOrDefault(setting, setting.defaultValue());
    }

    /** Returns the providers set for single repositories. */
    public Map<RepositoryName, String> providers() {
        return Map.copyOf(providers);
    }

    /**
     * Sets one value.
     *
     * @param key name as in files
     * @param value new value
     * @param source where the key stands, for the message
     * @throws ConfigurationException if there is no such key
     */
    public void put(String key, String value, String source) {
        if (!accept(key, value)) {
            throw new ConfigurationException(unknown(key, source, knownKeys()));
        }
    }

    /**
     * Sets one value.
     *
     * @param setting which
     * @param value new value
     */
    public void put(Setting setting, String value) {
        values.put(setting, Objects.requireNonNull(value, setting.key()));
    }

    /**
     * Sets the provider of one repository.
     *
     * @param repository which
     * @param provider name of the provider
     */
    public void put(RepositoryName repository, String provider) {
        String name = provider.strip();
        if (name.isEmpty()) {
            providers.remove(repository); // set to nothing, as compose files do it: as if it were not set
        } else {
            providers.put(repository, name);
        }
    }

    /** Takes over the file {@value #FILE} of the class path, if there is one; it is in UTF-8. */
    public void readFile(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(key -> put(key, properties.getProperty(key), FILE));
            }
        } catch (IOException | IllegalArgumentException e) { // the latter: a broken Unicode escape
            throw new ConfigurationException(FILE + " cannot be read; mend or remove it", e);
        }
    }

    /**
     * Takes over environment variables. An empty one counts as not set, as container files often pass them; an unknown
     * one of ours is warned about, since others may own it.
     */
    public void readEnvironment(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (!value.isEmpty()
                    && !acceptEnvironment(name, value)
                    && name.startsWith(ENVIRONMENT_PREFIX)
                    && !name.startsWith(ENVIRONMENT_TEST_PREFIX)) {
                LOG.warn("{}", unknown(name, "the environment", knownEnvironmentNames()));
            }
        });
    }

    /** Takes over system properties that start with {@value #PREFIX}; an unknown one is warned about. */
    public void readSystemProperties(Properties properties) {
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX)
                    && !key.startsWith(PREFIX + "test.")
                    && !accept(key, properties.getProperty(key))) {
                LOG.warn("{}", unknown(key, "the system properties", knownKeys()));
            }
        }
    }

    private boolean accept(String key, String value) {
        requireOneDatabase(key);
        Optional<Setting> setting = Setting.byKey(key);
        if (setting.isPresent()) {
            put(setting.get(), value);
            return true;
        }
        Optional<RepositoryName> repository = key.startsWith(PROVIDER_PREFIX)
                ? RepositoryName.byText(key.substring(PROVIDER_PREFIX.length()))
                : Optional.empty();
        repository.ifPresent(name -> put(name, value));
        return repository.isPresent();
    }

    /** A database for one repository is asked for by mistake, and a warning would leave its rows where they are. */
    private static void requireOneDatabase(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
        for (String part : DATABASES) {
            int at = plain.indexOf(part + "-");
            if (at >= 0
                    && RepositoryName.byText(plain.substring(at + part.length() + 1))
                            .isPresent()) {
                throw new ConfigurationException(name + " would split one factory's tables over two databases, which"
                        + " foreign keys and joins tie together; open a second factory for the other database");
            }
        }
    }

    private boolean acceptEnvironment(String name, String value) {
        if (name.startsWith(ENVIRONMENT_PREFIX) || name.startsWith(Setting.DATABASE_URL.environmentName())) {
            requireOneDatabase(name);
        }
        for (Setting setting : Setting.values()) {
            if (setting.environmentName().equals(name)) {
                put(setting, value);
                return true;
            }
        }
        Optional<RepositoryName> repository = name.startsWith(ENVIRONMENT_PROVIDER_PREFIX)
                ? RepositoryName.byText(
                        name.substring(ENVIRONMENT_PROVIDER_PREFIX.length()).replace('_', '-'))
                : Optional.empty();
        repository.ifPresent(found -> put(found, value));
        return repository.isPresent();
    }

    private static String unknown(String key, String source, List<String> known) {
        String nearest = nearest(key, known);
        return "unknown setting " + key + " in " + source + (nearest == null ? "" : "; did you mean " + nearest + "?");
    }

    private static List<String> knownKeys() {
        List<String> keys = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            keys.add(setting.key());
        }
        for (RepositoryName name : RepositoryName.values()) {
            keys.add(PROVIDER_PREFIX + name.text());
        }
        return keys;
    }

    private static List<String> knownEnvironmentNames() {
        List<String> names = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            names.add(setting.environmentName());
        }
        for (RepositoryName name : RepositoryName.values()) {
            names.add(ENVIRONMENT_PROVIDER_PREFIX + name.name());
        }
        return names;
    }

    /** Returns the candidate with the smallest edit distance, or {@code null} if none comes near. */
    public static @Nullable String nearest(String text, List<String> candidates) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(best -> distance(wanted, best.toLowerCase(Locale.ROOT)) <= Math.max(2, wanted.length() / 3))
                .orElse(null);
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
