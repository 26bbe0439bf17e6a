-- What the lists of the repositories are ordered by, tie-breaker included, so that a page is read from an index;
-- outcomes by synth. Indexes that repeat a key, or the beginning of another index, go.
-- IF [NOT] EXISTS: a file that was taken over may lack some, and the original makes its own again when it starts.

CREATE INDEX IF NOT EXISTS idx_experiments_newest ON experiments (created_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_synths_newest ON synths (created_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_synths_group_newest ON synths (synth_group_id, created_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_synth_groups_newest ON synth_groups (created_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_executions_newest ON research_executions (started_at DESC, exec_id);
CREATE INDEX IF NOT EXISTS idx_executions_experiment_newest ON research_executions (experiment_id, started_at DESC, exec_id);
CREATE INDEX IF NOT EXISTS idx_explorations_experiment_newest ON explorations (experiment_id, started_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_scenario_nodes_tree ON scenario_nodes (exploration_id, depth, created_at, id);
CREATE INDEX IF NOT EXISTS idx_scenario_nodes_children ON scenario_nodes (parent_id, created_at, id);
CREATE INDEX IF NOT EXISTS idx_scorecards_newest ON feature_scorecards (created_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_scorecards_experiment_newest ON feature_scorecards (experiment_id, created_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_simulations_newest ON simulation_runs (started_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_simulations_scorecard_newest ON simulation_runs (scorecard_id, started_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_sensitivity_newest ON sensitivity_results (simulation_id, analyzed_at DESC, id);
CREATE INDEX IF NOT EXISTS idx_regions_worst ON region_analyses (simulation_id, failed_rate DESC, id);
CREATE INDEX IF NOT EXISTS idx_prfaq_newest ON prfaq_metadata (generated_at DESC, exec_id);
CREATE INDEX IF NOT EXISTS idx_outcomes_synth ON synth_outcomes (synth_id);

DROP INDEX IF EXISTS idx_experiments_created;
DROP INDEX IF EXISTS idx_synths_created_at;
DROP INDEX IF EXISTS idx_synths_group;
DROP INDEX IF EXISTS idx_synth_groups_created;
DROP INDEX IF EXISTS idx_executions_started;
DROP INDEX IF EXISTS idx_executions_experiment;
DROP INDEX IF EXISTS idx_explorations_experiment;
DROP INDEX IF EXISTS idx_scenario_nodes_depth;
DROP INDEX IF EXISTS idx_scenario_nodes_parent;
DROP INDEX IF EXISTS idx_scorecards_created;
DROP INDEX IF EXISTS idx_scorecards_experiment;
DROP INDEX IF EXISTS idx_simulations_scorecard;
DROP INDEX IF EXISTS idx_sensitivity_simulation;
DROP INDEX IF EXISTS idx_regions_simulation;
DROP INDEX IF EXISTS idx_prfaq_generated;

DROP INDEX IF EXISTS idx_analysis_runs_experiment;
DROP INDEX IF EXISTS idx_outcomes_analysis;
DROP INDEX IF EXISTS idx_analysis_cache_analysis;
DROP INDEX IF EXISTS idx_transcripts_exec;
DROP INDEX IF EXISTS idx_scenario_nodes_exploration;
DROP INDEX IF EXISTS idx_chart_insights_simulation;
DROP INDEX IF EXISTS idx_experiment_documents_experiment;
