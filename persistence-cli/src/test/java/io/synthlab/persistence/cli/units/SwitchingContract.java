package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.synth.SynthRepository;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Switching by configuration and at run time, seen by who truly serves. */
abstract class SwitchingContract extends MixedUnits {
    private Map<RepositoryName, String> allOn(String provider) {
        Map<RepositoryName, String> all = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            all.put(name, provider);
        }
        return all;
    }

    @Test
    void given_a_mix_when_called_then_each_repository_is_served_as_its_switch_says() {
        assertEquals(mix.providers(), repositories().switches().current());
        assertEquals(mix.providers(), Serving.every(repositories()));
        repositories().useTransaction(tx -> assertEquals(mix.providers(), Serving.every(tx)));
    }

    @Test
    void given_one_repository_when_switched_by_configuration_then_it_alone_is_served_by_the_other() {
        for (RepositoryName name : RepositoryName.values()) {
            Map<RepositoryName, String> expected = allOn(mix.experiments());
            expected.put(name, mix.synths());
            try (RepositoryFactory configured = RepositoryFactory.open(database()
                    .config()
                    .provider(mix.experiments())
                    .set("synthlab.provider." + name.text(), mix.synths())
                    .build())) {
                assertEquals(expected, configured.switches().current());
                assertEquals(expected, Serving.every(configured));
            }
        }
    }

    @Test
    void given_a_unit_when_another_thread_switches_then_the_unit_keeps_the_state_of_its_begin() throws Exception {
        repositories().useTransaction(tx -> {
            tx.experiments().create(e1());
            rivals.call(() -> {
                repositories().switches().useForAll(mix.synths());
                return true;
            });
            assertEquals(mix.providers(), Serving.every(tx));
            assertEquals(mix.providers(), Serving.every(repositories()), "a call on the unit's thread is in the unit");
            repositories().useTransaction(joined -> assertEquals(mix.providers(), Serving.every(joined)));
            tx.useNested(nested -> assertEquals(mix.providers(), Serving.every(nested)));
            tx.synths().save(synth(S1, "n"));
        });
        assertEquals(1, rows("experiments"));
        assertEquals(1, rows("synths"));
        assertEquals(allOn(mix.synths()), Serving.every(repositories()));
    }

    @Test
    void given_a_unit_under_way_when_switched_then_calls_and_units_of_others_follow_at_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        Future<String> old = rivals.start(() -> repositories().inTransaction(TransactionOptions.READ_ONLY, tx -> {
            begun.countDown();
            Rivals.await(seen);
            return Serving.synths(tx);
        }));
        Rivals.await(begun);
        repositories().switches().use(RepositoryName.SYNTHS, mix.experiments());
        assertEquals(mix.experiments(), Serving.synths(repositories()));
        repositories()
                .useTransaction(
                        TransactionOptions.READ_ONLY, tx -> assertEquals(mix.experiments(), Serving.synths(tx)));
        seen.countDown();
        assertEquals(mix.synths(), Rivals.result(old));
    }

    @Test
    void given_references_the_host_holds_when_switched_to_and_fro_then_they_follow_and_see_the_same_rows() {
        ExperimentRepository experiments = repositories().experiments();
        SynthRepository synths = repositories().synths();
        experiments.create(e1());
        synths.save(synth(S1, "n"));
        for (String provider : repositories().switches().providers()) {
            repositories().switches().useForAll(provider);
            assertEquals(allOn(provider), Serving.every(repositories()));
            assertEquals(e1(), experiments.findById(e1().id()).orElseThrow());
            assertEquals("n", synths.findById(S1).orElseThrow().nome());
        }
        assertEquals(2, repositories().switches().providers().size());
    }

    @Test
    void given_an_unknown_provider_when_switched_within_a_unit_then_nothing_changes_and_the_unit_goes_on() {
        repositories().useTransaction(tx -> {
            tx.experiments().create(e1());
            ConfigurationException e = assertThrows(
                    ConfigurationException.class,
                    () -> repositories().switches().use(RepositoryName.SYNTHS, "jpaa"));
            assertTrue(e.getMessage().contains("jpa"), e::getMessage);
            tx.synths().save(synth(S1, "n"));
        });
        assertEquals(mix.providers(), Serving.every(repositories()));
        assertEquals(1, rows("synths"));
    }
}
