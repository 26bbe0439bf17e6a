package io.synthlab.persistence.cli.statements;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.util.List;

/**
 * Fills every table that has a repository, one statement each.
 *
 * <p>Row {@code i} of a table belongs to row {@code (i - 1) / children + 1} of its parent table, keys end in the number
 * of the row: the analysis of experiment {@code exp_00000001} is {@code ana_00000001}.
 *
 * @param rows rows per table
 * @param children rows that belong to one parent
 */
record Population(int rows, int children) {
    /** First experiment. */
    static final String EXPERIMENT = "exp_00000001";
    /** Its analysis. */
    static final String ANALYSIS = "ana_00000001";
    /** First batch of interviews. */
    static final String EXECUTION = "batch_00000001";
    /** First exploration. */
    static final String EXPLORATION = "expl_00000001";
    /** Its root. */
    static final String NODE = "node_00000001";
    /** First scorecard. */
    static final String SCORECARD = "00000001";
    /** First simulation. */
    static final String SIMULATION = "sim_00000001";
    /** First group. */
    static final String GROUP = "grp_00000001";
    /** First synth. */
    static final String SYNTH = "s00000001";

    private static final String DIMENSION =
            "{\"score\":0.5,\"rules_applied\":[],\"lower_bound\":null,\"upper_bound\":null}";

    private static final String SCORECARD_DATA = """
            {"feature_name":"F","description_text":"D","complexity":%1$s,"initial_effort":%1$s,
             "perceived_risk":%1$s,"time_to_value":%1$s}""".formatted(DIMENSION);

    private static final String CONFIG = "{\"n_synths\":500,\"n_executions\":100,\"sigma\":0.05,\"seed\":null}";

    /** What is inserted: table and columns, and the values of row {@code i}, in the words of {@link Sql}. */
    private static final List<String> INSERTS = List.of(
            "synth_groups (id, name, created_at): {id grp_}, 'G', {time}",
            "synths (id, synth_group_id, nome, created_at, version, data):"
                    + " {id s}, {parent grp_}, {id n}, {time}, '2.3.0', {json {\"demografia\":{\"idade\":30}}}",
            "experiments (id, name, hypothesis, scorecard_data, created_at):" + " {id exp_}, {id n}, 'H', {json "
                    + SCORECARD_DATA + "}, {time}",
            "interview_guide (experiment_id, questions, created_at): {id exp_}, 'Q', {time}",
            "analysis_runs (id, experiment_id, config, status, started_at, completed_at):"
                    + " {id ana_}, {id exp_}, {json " + CONFIG + "}, 'completed', {time}, {time}",
            "synth_outcomes (id, analysis_id, synth_id, did_not_try_rate, failed_rate, success_rate, synth_attributes):"
                    + " {id out_}, {parent ana_}, {id s}, 0.5, 0.25, 0.25, {json " + Fixtures.ATTRIBUTES.text() + "}",
            "analysis_cache (analysis_id, cache_key, data, computed_at): {parent ana_}, {id insight_}, {json "
                    + "{\"analysis_id\":\"ana_00000001\",\"chart_type\":\"c\",\"summary\":\"s\",\"status\":\"completed\"}"
                    + "}, {time}",
            "research_executions (exec_id, experiment_id, topic_name, status, started_at, additional_context):"
                    + " {id batch_}, {parent exp_}, {id exp_exp_00000001_auto_}, 'completed', {time}, 'C'",
            "transcripts (id, exec_id, synth_id, synth_name, turn_count, timestamp, messages):"
                    + " {id tra_}, {parent batch_}, {id s}, 'N', 2, {time}, {json []}",
            "prfaq_metadata (exec_id, generated_at, headline, status): {id batch_}, {time}, 'H', 'completed'",
            "explorations (id, experiment_id, baseline_analysis_id, goal, config, started_at):"
                    + " {id expl_}, {parent exp_}, {parent ana_}, {json {\"value\":0.4}}, {json {}}, {time}",
            "scenario_nodes (id, exploration_id, parent_id, depth, scorecard_params, simulation_results, created_at):"
                    + " {id node_}, {parent expl_}, CASE WHEN {place} = 0 THEN NULL ELSE {first node_} END,"
                    + " CASE WHEN {place} = 0 THEN 0 ELSE 1 END,"
                    + " {json {\"complexity\":0.1,\"initial_effort\":0.1,\"perceived_risk\":0.1,\"time_to_value\":0.1}},"
                    + " {json {\"success_rate\":0.5,\"fail_rate\":0.25,\"did_not_try_rate\":0.25}}, {time}",
            "experiment_documents (id, experiment_id, document_type, markdown_content, generated_at):"
                    + " {id doc_}, {id exp_}, 'summary', 'M', {time}",
            "feature_scorecards (id, experiment_id, data, created_at): {id }, {parent exp_}, {json "
                    + StudyRows.scorecardDocument("00000001").text() + "}, {time}",
            "simulation_runs (id, scorecard_id, scenario_id, config, status, started_at):"
                    + " {id sim_}, {parent }, 'baseline', {json " + CONFIG + "}, 'completed', {time}",
            "region_analyses (id, simulation_id, rules, rule_text, synth_count, synth_percentage, did_not_try_rate,"
                    + " failed_rate, success_rate, failure_delta):"
                    + " {id region_}, {parent sim_}, {json []}, 'No rules', 1, 1.0, 0.5, 0.25, 0.25, 0.0",
            "sensitivity_results (id, simulation_id, analyzed_at, deltas_used, baseline_success,"
                    + " most_sensitive_dimension, dimensions):"
                    + " {id sens_}, {parent sim_}, {time}, {json [0.05]}, 0.5, 'complexity', {json []}",
            "chart_insights (id, simulation_id, insight_type, response_json, created_at, updated_at):"
                    + " {id ins_}, {parent sim_}, 't' || {place}, {json {\"analysis_id\":\"ana_00000001\",\"chart_type\":\"c\","
                    + "\"summary\":\"s\",\"status\":\"completed\"}}, {time}, {time}");

    /** Fills a database that is empty but for the default group, and lets it look at what it holds. */
    void fill(TestDatabase database) {
        database.execute("DELETE FROM synth_groups");
        Sql sql = new Sql(database.kind(), rows, children);
        INSERTS.forEach(insert -> database.execute(sql.insert(insert)));
        database.execute("ANALYZE");
    }

    /** How a database makes the values of a row. */
    private record Sql(DatabaseKind kind, int rows, int children) {
        String insert(String description) {
            int colon = description.indexOf(':');
            String values = replaceAll(description.substring(colon + 1));
            return "INSERT INTO " + description.substring(0, colon)
                    + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows + ")"
                    + " SELECT " + values + " FROM n";
        }

        private String replaceAll(String values) {
            StringBuilder out = new StringBuilder();
            int at = 0;
            while (at < values.length()) {
                if (values.charAt(at) == '{') {
                    int end = closing(values, at);
                    out.append(word(values.substring(at + 1, end)));
                    at = end + 1;
                } else {
                    out.append(values.charAt(at++));
                }
            }
            return out.toString();
        }

        private static int closing(String text, int open) {
            int depth = 0;
            for (int at = open; ; at++) {
                depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
                if (depth == 0) {
                    return at;
                }
            }
        }

        private String word(String word) {
            String name = word.contains(" ") ? word.substring(0, word.indexOf(' ')) : word;
            String rest = word.substring(Math.min(word.length(), name.length() + 1));
            String parent = "(i - 1) / " + children;
            return switch (name) {
                case "id" -> key(rest, "i");
                case "parent" -> key(rest, parent + " + 1");
                case "first" -> key(rest, "(" + parent + ") * " + children + " + 1");
                case "place" -> "((i - 1) % " + children + ")";
                case "json" -> kind == DatabaseKind.POSTGRESQL ? "'" + rest + "'::jsonb" : "'" + rest + "'";
                case "time" -> time();
                default -> throw new IllegalArgumentException(word);
            };
        }

        private String key(String prefix, String number) {
            return kind == DatabaseKind.POSTGRESQL
                    ? "'" + prefix + "' || lpad(to_hex(" + number + "), 8, '0')"
                    : "printf('" + prefix + "%08x', " + number + ")";
        }

        private String time() {
            return kind == DatabaseKind.POSTGRESQL
                    ? "to_char(timestamp '2026-01-01' + i * interval '1 minute', 'YYYY-MM-DD\"T\"HH24:MI:SS\"+00:00\"')"
                    : "strftime('%Y-%m-%dT%H:%M:%S+00:00', '2026-01-01', '+' || i || ' minutes')";
        }
    }
}
