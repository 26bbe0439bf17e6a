package io.synthlab.persistence.jpa.exploration;

/** How many nodes have a status, as {@link ScenarioNodeStatements#COUNT_BY_STATUS} selects it. */
record NodeStatusCount(String status, long nodes) {}
