-- The indexes of version 1 again; the original may have made some already.

CREATE INDEX IF NOT EXISTS idx_experiments_created ON experiments (created_at DESC);
CREATE INDEX IF NOT EXISTS idx_synths_created_at ON synths (created_at DESC);
CREATE INDEX IF NOT EXISTS idx_synths_group ON synths (synth_group_id);
CREATE INDEX IF NOT EXISTS idx_synth_groups_created ON synth_groups (created_at DESC);
CREATE INDEX IF NOT EXISTS idx_executions_started ON research_executions (started_at DESC);
CREATE INDEX IF NOT EXISTS idx_executions_experiment ON research_executions (experiment_id);
CREATE INDEX IF NOT EXISTS idx_explorations_experiment ON explorations (experiment_id);
CREATE INDEX IF NOT EXISTS idx_scenario_nodes_depth ON scenario_nodes (exploration_id, depth);
CREATE INDEX IF NOT EXISTS idx_scenario_nodes_parent ON scenario_nodes (parent_id);
CREATE INDEX IF NOT EXISTS idx_scorecards_created ON feature_scorecards (created_at DESC);
CREATE INDEX IF NOT EXISTS idx_scorecards_experiment ON feature_scorecards (experiment_id);
CREATE INDEX IF NOT EXISTS idx_simulations_scorecard ON simulation_runs (scorecard_id);
CREATE INDEX IF NOT EXISTS idx_sensitivity_simulation ON sensitivity_results (simulation_id);
CREATE INDEX IF NOT EXISTS idx_regions_simulation ON region_analyses (simulation_id);
CREATE INDEX IF NOT EXISTS idx_prfaq_generated ON prfaq_metadata (generated_at DESC);

CREATE INDEX IF NOT EXISTS idx_analysis_runs_experiment ON analysis_runs (experiment_id);
CREATE INDEX IF NOT EXISTS idx_outcomes_analysis ON synth_outcomes (analysis_id);
CREATE INDEX IF NOT EXISTS idx_analysis_cache_analysis ON analysis_cache (analysis_id);
CREATE INDEX IF NOT EXISTS idx_transcripts_exec ON transcripts (exec_id);
CREATE INDEX IF NOT EXISTS idx_scenario_nodes_exploration ON scenario_nodes (exploration_id);
CREATE INDEX IF NOT EXISTS idx_chart_insights_simulation ON chart_insights (simulation_id);
CREATE INDEX IF NOT EXISTS idx_experiment_documents_experiment ON experiment_documents (experiment_id);

DROP INDEX IF EXISTS idx_experiments_newest;
DROP INDEX IF EXISTS idx_synths_newest;
DROP INDEX IF EXISTS idx_synths_group_newest;
DROP INDEX IF EXISTS idx_synth_groups_newest;
DROP INDEX IF EXISTS idx_executions_newest;
DROP INDEX IF EXISTS idx_executions_experiment_newest;
DROP INDEX IF EXISTS idx_explorations_experiment_newest;
DROP INDEX IF EXISTS idx_scenario_nodes_tree;
DROP INDEX IF EXISTS idx_scenario_nodes_children;
DROP INDEX IF EXISTS idx_scorecards_newest;
DROP INDEX IF EXISTS idx_scorecards_experiment_newest;
DROP INDEX IF EXISTS idx_simulations_newest;
DROP INDEX IF EXISTS idx_simulations_scorecard_newest;
DROP INDEX IF EXISTS idx_sensitivity_newest;
DROP INDEX IF EXISTS idx_regions_worst;
DROP INDEX IF EXISTS idx_prfaq_newest;
DROP INDEX IF EXISTS idx_outcomes_synth;
