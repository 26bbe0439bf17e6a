package io.synthlab.persistence.cli.statements;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One call of every method that lists or takes a list, on a {@link Population}. */
final class ListCalls {
    private static final PageRequest PAGE = PageRequest.of(PageRequest.MAX_LIMIT, 0);

    private ListCalls() {}

    /** Returns the calls by the method they are of; lists that are given have a certain number of items. */
    static Map<String, Consumer<Repositories>> of(int items) {
        Map<String, Consumer<Repositories>> calls = new TreeMap<>();
        addExperiments(calls);
        addSynths(calls, items);
        return calls;
    }

    private static void addExperiments(Map<String, Consumer<Repositories>> calls) {
        calls.put("ExperimentRepository.list", all -> all.experiments().list(PAGE));
    }

    private static void addSynths(Map<String, Consumer<Repositories>> calls, int items) {
        calls.put("SynthRepository.list", all -> all.synths().list(PAGE));
        calls.put("SynthRepository.listByGroup", all -> all.synths().listByGroup(Population.GROUP, PAGE));
        calls.put("SynthRepository.search", all -> all.synths().search("nome LIKE 'n%'", null, PAGE));
        calls.put(
                "SynthRepository.listForSimulation",
                all -> all.synths().listForSimulation(Population.EXPERIMENT, items));
        calls.put("SynthRepository.listFields", all -> all.synths().listFields());
        List<Synth> synths = list(items, i -> Fixtures.synth("%06x".formatted(i), "n"));
        calls.put("SynthRepository.saveAll", all -> all.synths().saveAll(synths));
        calls.put("SynthGroupRepository.list", all -> all.synthGroups().list(PAGE));
    }

    private static <T> List<T> list(int items, IntFunction<T> item) {
        return IntStream.range(0, items).mapToObj(item).toList();
    }
}
