package io.synthlab.persistence.migrations.mover.report;

/**
 * How many rows of a table go to quarantine by one rule. A row that breaks several counts for each.
 *
 * @param table the table
 * @param column column, several with commas between them, or empty if it is about whole rows
 * @param rule the rule
 * @param rows how many rows
 */
public record RuleCount(String table, String column, Rule rule, long rows) {}
