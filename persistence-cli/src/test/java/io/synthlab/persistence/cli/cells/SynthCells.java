package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthGroupRepository;
import io.synthlab.persistence.synth.SynthRepository;
import io.synthlab.persistence.testkit.TestClock;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.List;

/** Calls on synths and their groups. */
final class SynthCells implements Calls {
    private static final String NEW_GROUP = "grp_0badcafe";
    private static final List<String> SORTABLE =
            List.of("id", "synth_group_id", "nome", "descricao", "link_photo", "avatar_path", "created_at", "version");
    private static final List<String> CONDITIONS = List.of(
            "nome LIKE '%a%'",
            "json_extract(data, '$.demografia.idade') >= 30",
            "version = '2.3.0' AND synth_group_id IS NOT NULL",
            "(1=1",
            "created_at > '2025-12-01'");

    @Override
    public void read(Script script, Keys keys) {
        SynthRepository synths = script.repositories().synths();
        SynthGroupRepository groups = script.repositories().synthGroups();
        List<String> ids = keys.all("synths", "id");
        script.askEach("synth", ids, synths::findById);
        script.askEach("synth detail", ids, synths::getById);
        script.askEach("avatar", ids, synths::getAvatarPath);
        Pages.askAll(script, "synths", synths::list);
        Pages.askSorted(script, "synths", SORTABLE, synths::list);
        script.ask("named synths", () -> synths.list(PageRequest.first(), List.of("nome"), null));
        script.askEach("search", CONDITIONS, where -> synths.search(where, null, PageRequest.first()));
        script.ask("fields", synths::listFields);
        List<String> groupIds = keys.all("synth_groups", "id");
        script.askEach("of group", groupIds, id -> synths.listByGroup(id, PageRequest.first()));
        script.askEach("group", groupIds, groups::findById);
        script.askEach("group detail", groupIds, groups::findDetail);
        script.askEach("group named", keys.all("synth_groups", "name"), groups::findByName);
        Pages.askAll(script, "groups", groups::list);
        List<String> experiments = keys.all("experiments", "id");
        script.askEach("extreme", experiments, id -> synths.getExtremeCases(id, 3));
        script.askEach("simulation input", experiments, id -> synths.listForSimulation(id, 20));
    }

    @Override
    public void write(Script script, Keys keys) {
        SynthRepository synths = script.repositories().synths();
        SynthGroupRepository groups = script.repositories().synthGroups();
        String old = keys.first("synths", "id");
        SynthGroup group = SynthGroup.of(NEW_GROUP, "Grupo", null, TestClock.START);
        script.ask("default group", groups::ensureDefaultGroup);
        script.ask("create group", () -> groups.create(group));
        script.ask("create group again", () -> groups.create(group));
        Synth synth = Fixtures.synthWith("aaa111", "{\"extra\":1e3,\"demografia\":{\"idade\":30}}");
        script.ask("save synth", () -> synths.save(synth));
        script.ask("save synths", () -> synths.saveAll(List.of(synth.withGroup(NEW_GROUP), Fixtures.synth(old, "n"))));
        script.ask("save synth of no group", () -> synths.save(synth.withGroup("grp_00000000")));
        script.ask("avatar", () -> synths.updateAvatarPath(old, "a/b.png"));
        script.ask("avatar of none", () -> synths.updateAvatarPath("zzzzzz", "a/b.png"));
        script.ask("delete group", () -> groups.delete(NEW_GROUP));
        script.ask("delete group again", () -> groups.delete(NEW_GROUP));
        script.ask("delete default group", () -> groups.delete(SynthGroup.DEFAULT_ID));
        script.ask("synth then", () -> synths.findById("aaa111"));
    }
}
