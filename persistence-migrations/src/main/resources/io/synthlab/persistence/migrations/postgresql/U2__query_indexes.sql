-- The indexes of version 1 again.

CREATE INDEX idx_experiments_created ON experiments (created_at DESC);
CREATE INDEX idx_synths_created_at ON synths (created_at DESC);
CREATE INDEX idx_synths_group ON synths (synth_group_id);
CREATE INDEX idx_synth_groups_created ON synth_groups (created_at DESC);
CREATE INDEX idx_executions_started ON research_executions (started_at DESC);
CREATE INDEX idx_executions_experiment ON research_executions (experiment_id);
CREATE INDEX idx_explorations_experiment ON explorations (experiment_id);
CREATE INDEX idx_scenario_nodes_depth ON scenario_nodes (exploration_id, depth);
CREATE INDEX idx_scenario_nodes_parent ON scenario_nodes (parent_id);
CREATE INDEX idx_scorecards_created ON feature_scorecards (created_at DESC);
CREATE INDEX idx_scorecards_experiment ON feature_scorecards (experiment_id);
CREATE INDEX idx_simulations_scorecard ON simulation_runs (scorecard_id);
CREATE INDEX idx_sensitivity_simulation ON sensitivity_results (simulation_id);
CREATE INDEX idx_regions_simulation ON region_analyses (simulation_id);
CREATE INDEX idx_prfaq_generated ON prfaq_metadata (generated_at DESC);

CREATE INDEX idx_analysis_runs_experiment ON analysis_runs (experiment_id);
CREATE INDEX idx_outcomes_analysis ON synth_outcomes (analysis_id);
CREATE INDEX idx_analysis_cache_analysis ON analysis_cache (analysis_id);
CREATE INDEX idx_transcripts_exec ON transcripts (exec_id);
CREATE INDEX idx_scenario_nodes_exploration ON scenario_nodes (exploration_id);
CREATE INDEX idx_chart_insights_simulation ON chart_insights (simulation_id);
CREATE INDEX idx_experiment_documents_experiment ON experiment_documents (experiment_id);

DROP INDEX idx_experiments_newest;
DROP INDEX idx_synths_newest;
DROP INDEX idx_synths_group_newest;
DROP INDEX idx_synth_groups_newest;
DROP INDEX idx_executions_newest;
DROP INDEX idx_executions_experiment_newest;
DROP INDEX idx_explorations_experiment_newest;
DROP INDEX idx_scenario_nodes_tree;
DROP INDEX idx_scenario_nodes_children;
DROP INDEX idx_scorecards_newest;
DROP INDEX idx_scorecards_experiment_newest;
DROP INDEX idx_simulations_newest;
DROP INDEX idx_simulations_scorecard_newest;
DROP INDEX idx_sensitivity_newest;
DROP INDEX idx_regions_worst;
DROP INDEX idx_prfaq_newest;
DROP INDEX idx_outcomes_synth;
