package io.synthlab.persistence.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * Everything an implementation has to do, on one database. A subclass says which:
 *
 * <pre>{@code
 * @SynthLabDatabase(provider = "jpa", kind = DatabaseKind.POSTGRESQL, postgres = 18)
 * class JpaPostgres18ContractIT extends RepositoryContracts {}
 * }</pre>
 *
 * <p>To run one contract alone, mark a subclass of that contract the same way.
 */
public abstract class RepositoryContracts {
    /** For the cells. */
    protected RepositoryContracts() {}

    @Nested
    class Paging extends PagingContract {}

    @Nested
    class Experiments extends ExperimentRepositoryContract {}

    @Nested
    class ExperimentLists extends ExperimentListContract {}

    @Nested
    class ExperimentUpdates extends ExperimentUpdateContract {}

    @Nested
    class InterviewGuides extends InterviewGuideRepositoryContract {}

    @Nested
    class SynthGroups extends SynthGroupRepositoryContract {}

    @Nested
    class SynthLists extends SynthListContract {}

    @Nested
    class SynthDetails extends SynthDetailContract {}

    @Nested
    class SynthWrites extends SynthWriteContract {}

    @Nested
    class SynthSearches extends SynthSearchContract {}

    @Nested
    class SynthAnalyses extends SynthAnalysisContract {}

    @Nested
    class Analyses extends AnalysisRepositoryContract {}

    @Nested
    class AnalysisUpdates extends AnalysisUpdateContract {}

    @Nested
    class AnalysisCaches extends AnalysisCacheRepositoryContract {}

    @Nested
    class AnalysisInsights extends AnalysisInsightContract {}

    @Nested
    class ResearchExecutions extends ResearchExecutionContract {}

    @Nested
    class ResearchLists extends ResearchListContract {}

    @Nested
    class ResearchTranscripts extends ResearchTranscriptContract {}

    @Nested
    class ResearchBatches extends ResearchBatchContract {}

    @Nested
    class Prfaqs extends PrfaqRepositoryContract {}

    @Nested
    class PrfaqLists extends PrfaqListContract {}

    @Nested
    class Documents extends ExperimentDocumentRepositoryContract {}

    @Nested
    class DocumentGenerations extends DocumentGenerationContract {}

    @Nested
    class AnalysisOutcomes extends AnalysisOutcomeRepositoryContract {}

    @Nested
    class SynthOutcomes extends SynthOutcomeRepositoryContract {}

    @Nested
    class StoredOutcomes extends StoredOutcomeContract {}

    @Nested
    class Explorations extends ExplorationRepositoryContract {}

    @Nested
    class ScenarioNodes extends ScenarioNodeContract {}

    @Nested
    class ScenarioTrees extends ScenarioTreeContract {}

    @Nested
    class ScenarioRules extends ScenarioRulesContract {}

    @Nested
    class Insights extends InsightRepositoryContract {}

    @Nested
    class Sensitivities extends SensitivityRepositoryContract {}

    @Nested
    class Regions extends RegionRepositoryContract {}

    @Nested
    class Scorecards extends ScorecardRepositoryContract {}

    @Nested
    class Simulations extends SimulationRepositoryContract {}

    @Nested
    class SimulationOutcomes extends SimulationOutcomeContract {}

    @Nested
    class StoredTexts extends StoredTextContract {}

    @Nested
    class UnitsOfWork extends UnitOfWorkContract {}
}
