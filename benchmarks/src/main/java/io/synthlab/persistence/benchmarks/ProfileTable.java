package io.synthlab.persistence.benchmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Profiles of all contenders side by side, as tables in Markdown. */
final class ProfileTable {
    private static final int METHODS = 40;

    private final Map<Contender, Profile> profiles;

    private ProfileTable(Map<Contender, Profile> profiles) {
        this.profiles = profiles;
    }

    /**
     * Renders profiles.
     *
     * @param profiles one for each contender
     * @return µs of a call by layer, and by method for those that take most
     */
    static String of(Map<Contender, Profile> profiles) {
        ProfileTable table = new ProfileTable(profiles);
        return table.head("layer")
                + table.row("whole call", Profile::micros)
                + table.rows(Profile::layers, Integer.MAX_VALUE)
                + System.lineSeparator()
                + table.head("method")
                + table.rows(Profile::methods, METHODS);
    }

    private String head(String subject) {
        String names = Arrays.stream(Contender.values())
                .map(contender -> contender.text() + ", µs")
                .collect(Collectors.joining(" | "));
        return "| %s | %s |%n| --- | ---: | ---: | ---: |%n".formatted(subject, names);
    }

    private String rows(Function<Profile, Map<String, Double>> part, int most) {
        TreeSet<String> names = new TreeSet<>();
        profiles.values().forEach(profile -> names.addAll(part.apply(profile).keySet()));
        Comparator<String> byTime = Comparator.comparingDouble(name -> -profiles.values().stream()
                .mapToDouble(profile -> value(part, name, profile))
                .max()
                .orElse(0));
        List<String> shown = names.stream().sorted(byTime).limit(most).toList();
        return shown.stream()
                .map(name -> row(name, profile -> value(part, name, profile)))
                .collect(Collectors.joining());
    }

    private static double value(Function<Profile, Map<String, Double>> part, String name, Profile profile) {
        return part.apply(profile).getOrDefault(name, 0.0);
    }

    private String row(String name, Function<Profile, Double> micros) {
        String values = Arrays.stream(Contender.values())
                .map(contender -> String.format(Locale.ROOT, "%.2f", micros.apply(profiles.get(contender))))
                .collect(Collectors.joining(" | "));
        return "| %s | %s |%n".formatted(name, values);
    }
}
