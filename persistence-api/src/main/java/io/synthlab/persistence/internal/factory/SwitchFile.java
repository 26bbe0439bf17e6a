package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.config.Setting;
import io.synthlab.persistence.internal.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties file that a fleet of processes follows: read as a whole, written in one step. */
final class SwitchFile {
    /** Far more than seventeen lines and their comments need. */
    private static final int MOST_BYTES = 1 << 16;

    private static final Pattern LINE = Pattern.compile("\\s*(synthlab\\.[a-z.-]+)\\s*[=:\\s].*");

    /** Two factories of one process must not ask for the same lock: the platform refuses that instead of waiting. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path path;

    /**
     * What the file says.
     *
     * @param fallback state of repositories without a line of their own, or {@code null} for the configured one
     * @param own states of single repositories
     */
    record Content(@Nullable String fallback, Map<RepositoryName, String> own) {
        /** A file that says nothing. */
        static final Content NONE = new Content(null, Map.of());

        Content {
            own = Map.copyOf(own);
        }

        Content with(RepositoryName name, String state) {
            Map<RepositoryName, String> changed = new EnumMap<>(RepositoryName.class);
            changed.putAll(own);
            changed.put(name, state);
            return new Content(fallback, changed);
        }
    }

    SwitchFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /**
     * Reads the file as it is.
     *
     * @return its text, or {@code null} if there is no file
     * @throws IOException if it cannot be read or is no text of a reasonable size
     */
    @Nullable
    String read() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it is larger than " + MOST_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            return null;
        } catch (CharacterCodingException e) {
            throw new IOException("it is not in UTF-8", e);
        }
    }

    /**
     * Understands the text of the file.
     *
     * @param text its text
     * @return what it says
     * @throws ConfigurationException if it holds anything but switches
     */
    static Content parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) { // the latter: a broken Unicode escape
            throw new ConfigurationException("it is no properties file", e);
        }
        String fallback = null;
        Map<RepositoryName, String> own = new EnumMap<>(RepositoryName.class);
        for (String key : properties.stringPropertyNames()) {
            if (key.equals(Setting.PROVIDER.key())) {
                fallback = state(properties, key);
            } else {
                own.put(repository(key), state(properties, key));
            }
        }
        return new Content(fallback, own);
    }

    private static String state(Properties properties, String key) {
        String state = properties.getProperty(key).strip();
        if (state.isEmpty()) {
            throw new ConfigurationException("it names no provider for " + key);
        }
        return state;
    }

    private static RepositoryName repository(String key) {
        String name = key.startsWith(Settings.PROVIDER_PREFIX) ? key.substring(Settings.PROVIDER_PREFIX.length()) : "";
        return RepositoryName.byText(name).orElseThrow(() -> {
            List<String> known = new ArrayList<>(List.of(Setting.PROVIDER.key()));
            for (RepositoryName repository : RepositoryName.values()) {
                known.add(key(repository));
            }
            String nearest = Settings.nearest(key, known);
            return new ConfigurationException("it holds the unknown key " + key
                    + (nearest == null ? "; only switches may stand there" : "; did you mean " + nearest + "?"));
        });
    }

    private static String key(RepositoryName repository) {
        return Settings.PROVIDER_PREFIX + repository.text();
    }

    /** What to make of a file's content. */
    interface Change {
        Content of(Content before);
    }

    /**
     * Changes the file in one step: whoever reads it sees the old content or the new one. Writers of other processes
     * are waited for, so that no change is lost.
     *
     * @param change what to change
     * @return the new text
     * @throws IOException if it cannot be read or written; it is as before then
     * @throws ConfigurationException if what stands there is not understood
     */
    String change(Change change) throws IOException {
        synchronized (IN_THIS_PROCESS) {
            // A link stays one: what it leads to is replaced.
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path lock = target.resolveSibling(target.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Objects.requireNonNull(held);
                String before = read();
                Content wanted = change.of(before == null ? Content.NONE : parse(before));
                String text = edited(before == null ? "" : before, wanted);
                replace(target, text);
                return text;
            }
        }
    }

    private static void replace(Path target, String text) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            keepPermissions(target, fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Others who could read the file must be able to read the new one. */
    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (Files.exists(from) && source != null && target != null) {
            target.setPermissions(source.readAttributes().permissions());
        }
    }

    /** Changes the lines that have to change and leaves comments and order; an odd file is written anew. */
    private static String edited(String before, Content wanted) {
        Map<String, String> open = lines(wanted);
        StringBuilder text = new StringBuilder();
        for (String line : before.lines().toList()) {
            String key = keyOf(line);
            if (key == null) {
                text.append(line).append('\n');
            } else if (open.containsKey(key)) {
                text.append(open.remove(key)).append('\n');
            }
        }
        open.values().forEach(line -> text.append(line).append('\n'));
        String edited = text.toString();
        return parses(edited, wanted) ? edited : String.join("\n", lines(wanted).values()) + "\n";
    }

    private static boolean parses(String text, Content wanted) {
        try {
            return parse(text).equals(wanted);
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private static @Nullable String keyOf(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static Map<String, String> lines(Content content) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (content.fallback() != null) {
            lines.put(Setting.PROVIDER.key(), Setting.PROVIDER.key() + "=" + content.fallback());
        }
        for (RepositoryName name : RepositoryName.values()) {
            String state = content.own().get(name);
            if (state != null) {
                lines.put(key(name), key(name) + "=" + state);
            }
        }
        return lines;
    }
}
