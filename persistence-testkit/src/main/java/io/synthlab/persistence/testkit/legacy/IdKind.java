package io.synthlab.persistence.testkit.legacy;

/** The kinds of identifier that are a prefix and eight hexadecimal digits. */
enum IdKind {
    EXPERIMENT("exp_"),
    ANALYSIS("ana_"),
    SIMULATION("sim_"),
    SCORECARD(""),
    GROUP("grp_"),
    OUTCOME("out_"),
    TRANSCRIPT("tra_"),
    DOCUMENT("doc_"),
    EXPLORATION("expl_"),
    NODE("node_"),
    REGION("region_"),
    SENSITIVITY("sens_"),
    INSIGHT("ins_"),
    LOG_ENTRY("log_"),
    CODE("");

    private final String prefix;

    IdKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
