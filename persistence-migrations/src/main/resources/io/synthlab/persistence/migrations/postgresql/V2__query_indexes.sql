-- What the lists of the repositories are ordered by, tie-breaker included, so that a page is read from an index;
-- outcomes by synth. Indexes that repeat a key, or the beginning of another index, go.

CREATE INDEX idx_experiments_newest ON experiments (created_at DESC, id);
CREATE INDEX idx_synths_newest ON synths (created_at DESC, id);
CREATE INDEX idx_synths_group_newest ON synths (synth_group_id, created_at DESC, id);
CREATE INDEX idx_synth_groups_newest ON synth_groups (created_at DESC, id);
CREATE INDEX idx_executions_newest ON research_executions (started_at DESC, exec_id);
CREATE INDEX idx_executions_experiment_newest ON research_executions (experiment_id, started_at DESC, exec_id);
CREATE INDEX idx_explorations_experiment_newest ON explorations (experiment_id, started_at DESC, id);
CREATE INDEX idx_scenario_nodes_tree ON scenario_nodes (exploration_id, depth, created_at, id);
CREATE INDEX idx_scenario_nodes_children ON scenario_nodes (parent_id, created_at, id);
CREATE INDEX idx_scorecards_newest ON feature_scorecards (created_at DESC, id);
CREATE INDEX idx_scorecards_experiment_newest ON feature_scorecards (experiment_id, created_at DESC, id);
CREATE INDEX idx_simulations_newest ON simulation_runs (started_at DESC, id);
CREATE INDEX idx_simulations_scorecard_newest ON simulation_runs (scorecard_id, started_at DESC, id);
CREATE INDEX idx_sensitivity_newest ON sensitivity_results (simulation_id, analyzed_at DESC, id);
CREATE INDEX idx_regions_worst ON region_analyses (simulation_id, failed_rate DESC, id);
CREATE INDEX idx_prfaq_newest ON prfaq_metadata (generated_at DESC NULLS LAST, exec_id);
CREATE INDEX idx_outcomes_synth ON synth_outcomes (synth_id);

DROP INDEX idx_experiments_created;
DROP INDEX idx_synths_created_at;
DROP INDEX idx_synths_group;
DROP INDEX idx_synth_groups_created;
DROP INDEX idx_executions_started;
DROP INDEX idx_executions_experiment;
DROP INDEX idx_explorations_experiment;
DROP INDEX idx_scenario_nodes_depth;
DROP INDEX idx_scenario_nodes_parent;
DROP INDEX idx_scorecards_created;
DROP INDEX idx_scorecards_experiment;
DROP INDEX idx_simulations_scorecard;
DROP INDEX idx_sensitivity_simulation;
DROP INDEX idx_regions_simulation;
DROP INDEX idx_prfaq_generated;

DROP INDEX idx_analysis_runs_experiment;
DROP INDEX idx_outcomes_analysis;
DROP INDEX idx_analysis_cache_analysis;
DROP INDEX idx_transcripts_exec;
DROP INDEX idx_scenario_nodes_exploration;
DROP INDEX idx_chart_insights_simulation;
DROP INDEX idx_experiment_documents_experiment;
