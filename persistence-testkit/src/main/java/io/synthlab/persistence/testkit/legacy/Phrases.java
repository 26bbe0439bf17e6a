package io.synthlab.persistence.testkit.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes sentences, questions and reports. */
final class Phrases {
    private static final List<String> BEGINNINGS = List.of(
            "Ontem à tarde", "No ônibus, de pé,", "Com minha mãe ao lado", "Depois do expediente", "Na primeira vez");
    private static final List<String> EVENTS = List.of(
            "abri “%s” e a página ficou em branco",
            "digitei o código de %s e ele já tinha vencido",
            "procurei em %s onde dizia o preço – R$ 29,90 por mês –",
            "pedi ajuda sobre %s no balcão",
            "li as condições de %s até o rodapé",
            "achei que %s fosse só para quem tem cartão");
    private static final List<String> OUTCOMES = List.of(
            "e desisti antes do fim.",
            "e no fim funcionou 🙂.",
            "e até agora não sei se valeu.",
            "e minha filha resolveu para mim 😅.",
            "e liguei para reclamar: ninguém atendeu.");
    private static final List<String> QUESTIONS = List.of(
            "Como foi a última vez que você usou %s?",
            "O que você esperava de %s ao tocar em “continuar”?",
            "Em que momento de %s você pensou em parar, e por quê?",
            "Se pudesse mudar uma coisa em %s, qual seria?");
    private static final int SHORTEST_REPORT = 4500;
    private static final int LONGEST_REPORT = 13500;

    private Phrases() {}

    static String prose(Chance chance, int sentences, String product) {
        List<String> parts = new ArrayList<>();
        for (int sentence = 0; sentence < sentences; sentence++) {
            parts.add(chance.pick(BEGINNINGS));
            parts.add(about(product, chance.pick(EVENTS)));
            parts.add(chance.pick(OUTCOMES));
        }
        return String.join(" ", parts);
    }

    static String prose(Chance chance, int sentences) {
        return prose(chance, sentences, Vocabulary.SERVICE);
    }

    static String question(Chance chance, String product) {
        return about(product, chance.pick(QUESTIONS));
    }

    private static String about(String product, String template) {
        return template.replace("%s", product);
    }

    /** Returns a markdown report of 5 to 15 KB. */
    static String report(Chance chance, String title, String product) {
        StringBuilder report =
                new StringBuilder("# %s: %s %s".formatted(title, product, chance.pick(Vocabulary.EMOJI)));
        int wanted = chance.between(SHORTEST_REPORT, LONGEST_REPORT);
        for (int section = 1; report.length() < wanted; section++) {
            report.append("\n\n").append(section(chance, section, product));
        }
        return report.toString();
    }

    private static String section(Chance chance, int number, String product) {
        Vocabulary.Place place = chance.pick(Vocabulary.PLACES);
        String template = """
                ## %d. %s

                %s

                - **%d%%** — %s
                - **%d%%** — %s

                > “%s” — participante %d, %s

                | Região | Sucesso |
                |---|---:|
                | %s | %d,%d %% |""";
        return String.format(
                Locale.ROOT,
                template,
                number,
                chance.pick(Vocabulary.HEADINGS),
                prose(chance, 4, product),
                chance.between(2, 97),
                prose(chance, 1),
                chance.between(2, 97),
                prose(chance, 1),
                prose(chance, 2, product),
                chance.between(1, 40),
                place.city(),
                place.region(),
                chance.between(5, 70),
                chance.below(10));
    }
}
